export const dist: string;
export function serve(options?: {
  root?: string;
  base?: string;
  port?: number;
  alter?: (name: string, bytes: Buffer | null) => Buffer | string | null;
  headers?: Record<string, string>;
  compress?: boolean;
}): Promise<{ url: string; close(): Promise<void> }>;
