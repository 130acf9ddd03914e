import { createChance } from './chance';
import { reportText, soak } from './soak';

const seed = Number(process.env['SOAK_SEED'] ?? 7);

test(`while bots are killed and Teams answers badly, every checkpoint is accounted for (seed ${seed})`, async () => {
  const report = await soak({ seconds: 20, engagements: 24, seed, say: () => undefined });
  const { slots, once, twice, unknown, later, lost, refused } = report;
  if (report.faults.length > 0) throw new Error(reportText(report));
  expect({ lost, refused }).toEqual({ lost: 0, refused: 0 });
  expect(once + twice + unknown + later).toBe(slots);
  // How many there are in that time depends on the machine.
  expect(slots).toBeGreaterThanOrEqual(8);
  expect(once).toBeGreaterThan(0);
  expect(report.kills).toBeGreaterThan(0);
}, 180_000);

test('chance is the same for the same seed', () => {
  const draw = () => {
    const chance = createChance(seed);
    return Array.from({ length: 5 }, () => chance.whole(1, 100));
  };
  expect(draw()).toEqual(draw());
  expect(new Set(draw()).size).toBeGreaterThan(1);
});
