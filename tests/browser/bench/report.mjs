// The report of a bench run: a table for each figure and a plot of its cost against the number of jobs.

const escape = (text) => String(text).replace(/[&<>]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[one]);
const round = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(1));

/** Lines over the number of jobs, both axes logarithmic. */
function plot(title, lines) {
  const [width, height, margin] = [420, 220, 44];
  const points = lines.flatMap(({ at }) => at).filter(([, y]) => y > 0);
  if (points.length === 0) return "";
  const [xs, ys] = [points.map(([x]) => Math.log10(x)), points.map(([, y]) => Math.log10(y))];
  const scale = (values, from, to) => {
    const [low, high] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values) + 0.01)];
    return { low, high, place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from) };
  };
  const x = scale(xs, margin, width - 10);
  const y = scale(ys, height - margin, 24);
  const ticks = (axis) => Array.from({ length: axis.high - axis.low + 1 }, (_, n) => 10 ** (axis.low + n));
  const colours = ["#0f6cbd", "#8a8886", "#107c10", "#a4262c"];
  const drawn = lines.map(({ name, at }, n) => {
    const path = at.filter(([, v]) => v > 0).map(([a, b]) => `${x.place(a).toFixed(1)},${y.place(b).toFixed(1)}`);
    return `<polyline fill="none" stroke="${colours[n % 4]}" stroke-width="2" points="${path.join(" ")}"/>
      <text x="${width - 12}" y="${24 + 14 * n}" text-anchor="end" fill="${colours[n % 4]}">${escape(name)}</text>`;
  });
  const labels = [
    ...ticks(x).map((v) => `<text x="${x.place(v)}" y="${height - margin + 16}" text-anchor="middle">${v}</text>`),
    ...ticks(y).map((v) => `<text x="${margin - 6}" y="${y.place(v) + 4}" text-anchor="end">${v}</text>`),
  ];
  return `<figure><figcaption>${escape(title)}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${escape(title)}" font-size="11">
    <rect x="${margin}" y="24" width="${width - margin - 10}" height="${height - margin - 24}" fill="none" stroke="#d1d1d1"/>
    ${labels.join("")}${drawn.join("")}</svg></figure>`;
}

/** The whole report as a page; `native` holds criterion's figures as {group, n, ns}. */
export function report(results, native) {
  const names = [...new Set(results.flatMap((row) => Object.keys(row.portal)))];
  const figure = (name) => {
    const unit = name === "memory" ? 1 / 1024 / 1024 : 1;
    const least = results[0].portal[name] * unit;
    const rows = results.map((row) => {
      const [ours, theirs] = [row.portal[name] * unit, row.vanilla[name] * unit];
      return `<tr><td>${row.n}</td><td>${round(ours)}</td><td>${round(theirs)}</td><td>${(ours / theirs).toFixed(2)}</td><td>${(ours / least).toFixed(2)}</td></tr>`;
    });
    const lines = ["portal", "vanilla"].map((who) => ({ name: who, at: results.map((row) => [row.n, row[who][name] * unit]) }));
    const label = `${name}, ${name === "memory" ? "MiB" : "ms"}`;
    return `<h2>${escape(label)}</h2><table><tr><th>jobs</th><th>portal</th><th>vanilla</th><th>ratio</th><th>to the first row</th></tr>${rows.join("")}</table>${plot(label, lines)}`;
  };
  const clock = results.map(
    (row) => `<tr><td>${row.n}</td>${Object.values(row.clock).map((value) => `<td>${round(value)}</td>`).join("")}</tr>`,
  );
  const heads = Object.keys(results[0]?.clock ?? {}).map((name) => `<th>${escape(name)}</th>`);
  const groups = [...new Set(native.map(({ group }) => group))].map((group) => {
    const at = native.filter((one) => one.group === group).map(({ n, ns }) => [n, ns / 1e6]);
    return plot(`${group}, native, ms`, [{ name: group, at }]);
  });
  const first = results[0];
  const last = results.at(-1);
  const slope = last && first !== last ? (last.portal.memory - first.portal.memory) / (last.n - first.n) : 0;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
    <style>body{font:14px sans-serif;max-width:60rem;margin:2rem auto}td,th{text-align:right;padding:2px 12px}</style>
    <h1>Bench</h1><p>Medians of one run, both pages in the same browser on the same machine.
    Memory per job: ${slope.toFixed(0)} bytes (${first?.n} to ${last?.n} jobs).</p>
    <p>After 1,000 jobs were made and deleted, one after the other, the page holds ${((first?.growth ?? 0) / 1024).toFixed(0)} KiB more.</p>
    ${names.map(figure).join("")}
    <h2>A running clock at the highest speed</h2><table><tr><th>jobs</th>${heads.join("")}</tr>${clock.join("")}</table>
    <h2>Native</h2>${groups.join("")}</html>`;
}
