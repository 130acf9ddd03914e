import { bytesOf, render, scenesOf } from './scenes';
test('measure', () => {
  const rows: Record<string, { b: number; s: string }> = {};
  const base: Record<string, { b: number; s: string }> = {};
  const over: Record<string, number> = {};
  for (const l of ['en', 'de'] as const)
    for (const s of scenesOf(l)) {
      let b: number;
      try {
        b = bytesOf(render(s).card);
      } catch (e) {
        const k = `${s.screen} threw ${String(e).slice(0, 200)}`;
        over[k] = (over[k] ?? 0) + 1;
        continue;
      }
      const k = `${s.screen} ${l}`;
      if (!rows[k] || rows[k].b < b) rows[k] = { b, s: s.situation };
      if (/^(fresh|mid|finished)/.test(s.situation) && (!base[k] || base[k].b < b)) base[k] = { b, s: s.situation };
      if (b > 28672) {
        const o = `${s.screen} ${l} ${s.situation.split(',')[0]}`;
        over[o] = (over[o] ?? 0) + 1;
      }
    }
  process.stdout.write(
    Object.entries(rows)
      .map(([k, v]) => `${k.padEnd(30)} ${v.b} (${base[k]?.b}) ${v.s}`)
      .join('\n') +
      '\n' +
      JSON.stringify(over, null, 1) +
      '\n',
  );
});
