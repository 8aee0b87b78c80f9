// Links to the jobs of the first visit, and how long things are waited for.
import type { Page } from "@playwright/test";

const MAIN = "5f1c9a70-0000-4000-8000-00000c0a7050";
const RESEARCH = "a2d84e16-0000-4000-8000-0000001ab500";

const homes = {
  "hr-archive-2012-2019": [MAIN, "rg-datacenter-exit"],
  "global-engineering-drawings-and-simulation-results-2009-to-2025": [MAIN, "rg-datacenter-exit"],
  "media-masters-import": [MAIN, "rg-media"],
  "legal-hold-export": [MAIN, "rg-datacenter-exit"],
  "sequencing-run-118": [RESEARCH, "rg-field-data"],
  "drone-survey-raw": [RESEARCH, "rg-field-data"],
  "erp-history-import": [MAIN, "rg-datacenter-exit"],
  "finance-close-2024": [MAIN, "rg-datacenter-exit"],
  "plant-telemetry-import": [RESEARCH, "rg-field-data"],
  "Satellite-Tiles-2026": [RESEARCH, "rg-field-data"],
} as const;

/** An address that a job can be returned to, by the labels of its fields. */
export const ADDRESS = [
  ["Recipient", "Ada Example"],
  ["Street address", "1 Example Street"],
  ["City", "Amsterdam"],
  ["Postal code", "1000 AA"],
  ["Country or region", "Netherlands"],
  ["Phone", "+31 20 000 0000"],
  ["Email", "ada@example.com"],
] as const;

export type JobName = keyof typeof homes;
export type Tab = "overview" | "tracking" | "drives" | "keys" | "json" | "calls";

/** The resource id of a job of the first visit. */
export function resourceId(name: JobName): string {
  const [subscription, group] = homes[name];
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ImportExport/jobs/${name}`;
}

/** Opens a job's page at one of its tabs. */
export async function openJob(page: Page, name: JobName, tab: Tab = "overview") {
  await page.goto(`./#/resource${resourceId(name)}/${tab}`);
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
}
