import type * as AdaptiveCards from 'adaptivecards';
import type { Showing } from '../../src/application/reply';
import { readAction } from '../../src/adapters/teams/action';
import en from '../../src/adapters/teams/wording/en.json';
import type { Language } from '../../src/engagement';
import { buttonsOf, type Execute, foundIn, hasMarkup, inputsOf, ofType, rowsOf, stringsOf, textsOf } from './elements';
import { bytesOf, type Scene, scenesOf } from './scenes';

const { AdaptiveCard, HostConfig, SerializationContext } = jest.requireActual<typeof AdaptiveCards>(
  'adaptivecards/dist/adaptivecards.js',
);

/** The limit of a card, in bytes of UTF-8. */
const most = 28 * 1024;

const languages: readonly Language[] = ['en', 'de'];
let scenes: readonly Scene[];

beforeAll(() => {
  scenes = languages.flatMap(scenesOf);
}, 300_000);

const nameOf = ({ screen, situation, reply }: Scene): string =>
  `${screen} · ${reply.language} · ${situation} · ${JSON.stringify(reply.show).slice(0, 120)}`;

/** Nothing to complain about on any card; at most a few complaints are shown. */
const expectEach = (complaints: (scene: Scene) => readonly unknown[], among: readonly Scene[] = scenes): void => {
  expect(among.length).toBeGreaterThan(0);
  const found = among.flatMap((scene) =>
    complaints(scene).map((complaint) => `${nameOf(scene)}: ${JSON.stringify(complaint)}`),
  );
  expect(found.slice(0, 10)).toEqual([]);
};

test('every screen is among the cards looked at', () => {
  const screens = {
    overview: true,
    mine: true,
    help: true,
    left: true,
    welcome: true,
    nothingHere: true,
    started: true,
    said: true,
    closing: true,
    section: true,
    item: true,
    items: true,
    next: true,
    gate: true,
    confirmations: true,
    confirm: true,
    moveOrDefer: true,
    form: true,
    startForm: true,
    choice: true,
    whichItem: true,
    unclear: true,
    notice: true,
    history: true,
    checkpoints: true,
    checkpoint: true,
    checkpointOver: true,
    text: true,
    which: true,
    posted: true,
    moved: true,
  } as const satisfies Record<Showing['show'], true>;
  for (const language of languages)
    expect(
      new Set(scenes.filter(({ reply }) => reply.language === language).map(({ reply }) => reply.show.show)),
    ).toEqual(new Set(Object.keys(screens)));
});

test('no card is larger than 28 KB, whatever people write', () => {
  const largest = new Map<string, Record<Language, number>>();
  for (const { screen, reply, card } of scenes) {
    const known = largest.get(screen) ?? { en: 0, de: 0 };
    largest.set(screen, { ...known, [reply.language]: Math.max(known[reply.language], bytesOf(card)) });
  }
  const lines = [...largest].map(
    ([screen, { en: english, de: german }]) =>
      `${screen.padEnd(20)}${String(english).padStart(7)}${String(german).padStart(7)}`,
  );
  process.stdout.write(`${['Largest cards in bytes   en     de', ...lines].join('\n')}\n`);
  expectEach(({ card }) => (bytesOf(card) <= most ? [] : [bytesOf(card)]));
});

test('every card is an Adaptive Card 1.5 without a refresh', () => {
  expectEach(({ card }) =>
    card['type'] === 'AdaptiveCard' && card['version'] === '1.5' && !('refresh' in card) ? [] : [card['version']],
  );
});

test('the Adaptive Cards library finds nothing wrong with any card', () => {
  expectEach(({ card }) => {
    const context = new SerializationContext();
    const parsed = new AdaptiveCard();
    // The library counts the buttons in the menu too.
    parsed.hostConfig = new HostConfig({ actions: { maxActions: 20 } });
    parsed.parse(card, context);
    const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
    // People pickers are lists without choices of their own: Teams fills them. The library takes each for a mistake.
    const pickers = inputsOf(card).filter((input) => 'choices.data' in input).length;
    const invalid = parsed.validateProperties().validationEvents.map(({ message }) => message);
    const isKnown = (message: string) => message === 'An Input.ChoiceSet must have at least one choice defined.';
    const known = invalid.filter(isKnown).length;
    return [
      ...events.map(({ message }) => message),
      ...invalid.filter((message) => !isKnown(message)),
      ...(known === pickers ? [] : [`${known} lists without choices, ${pickers} people pickers`]),
    ];
  });
});

test('nothing on a card is left unfilled', () => {
  const keys = new Set<string>();
  const collect = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') keys.add(path.join('/'));
    else for (const [key, one] of Object.entries(value as object)) collect(one, [...path, key]);
  };
  collect(en, []);
  expectEach(
    ({ card, summary }) =>
      [...stringsOf(card), summary].filter(
        (text) => keys.has(text) || /\$\{|\{\{|undefined|\[object|\bnull\b|\bNaN\b|\d\.\.(?!\.)/.test(text),
      ),
    scenes.filter(({ typed }) => !typed(300).includes('${')),
  );
});

test('no text block has a hole where a name, a day or a number should be', () => {
  expectEach(
    ({ card, summary }) =>
      [...textsOf(card), summary].filter((text) => text === '' || / {2}|\( ?[,)]|^ | $| [.,:](?: |$)|: *$/.test(text)),
    scenes.filter(
      ({ situation, reply }) =>
        /^(?:fresh|mid|settled|turn)/.test(situation) && !['unclear', 'notice', 'confirm'].includes(reply.show.show),
    ),
  );
});

test('a button stands in an ActionSet and falls back to a submit with the same data and its verb', () => {
  expectEach(({ card }) => {
    const sets = ofType(card, 'ActionSet');
    const inSets = sets.flatMap(({ actions }) => actions as readonly Execute[]);
    return [
      ...sets.filter(({ actions }) => (actions as readonly unknown[]).length === 0).map(() => 'an empty ActionSet'),
      ...(inSets.length === buttonsOf(card).length ? [] : ['a button outside of an ActionSet']),
      ...('actions' in card ? ['actions of the card itself'] : []),
      ...inSets.filter(({ title, verb, data, associatedInputs, fallback }) => {
        const expected = { type: 'Action.Submit', title, data: { ...data, verb }, associatedInputs };
        return JSON.stringify(sorted(fallback)) !== JSON.stringify(sorted(expected));
      }),
    ];
  });
});

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, one]) => [key, sorted(one)]),
      )
    : value;

test('every press is an Action.Execute with a title, a verb and data made of texts', () => {
  expectEach(({ card }) => [
    ...foundIn(card)
      .filter(({ element, under }) => /^Action\.(?!Execute)/.test(element.type ?? '') && under !== 'fallback')
      .map(({ element }) => element.type),
    ...[...buttonsOf(card), ...rowsOf(card)].filter(
      ({ title, verb, data }) =>
        title.trim() === '' || verb === '' || Object.values(data).some((value) => typeof value !== 'string'),
    ),
  ]);
});

test('a row says in words what it opens, without markup, and leaves the inputs of the card alone', () => {
  expectEach(
    ({ card, reply }) => {
      const free = inputsOf(card).length === 0;
      return rowsOf(card).filter(({ title, verb, data, associatedInputs }) => {
        const item = data['itemId'] ?? '';
        const [opens, ...others] =
          reply.language === 'en'
            ? [`Open ${item}, `, 'Open: ', 'Back to ']
            : [`${item} öffnen, `, 'Öffnen: ', 'Zurück: '];
        return (
          !(verb === 'item.show' ? [opens] : others).some((start) => title.startsWith(start)) ||
          /[*\\]|&\w+;/.test(title) ||
          (!free && associatedInputs !== 'none')
        );
      });
    },
    scenes.filter(({ typed }) => !/[*\\&]/.test(typed(300))),
  );
});

test('every input has a label and a name of its own, and says what is wrong with it', () => {
  expectEach(({ card }) => {
    const inputs = inputsOf(card);
    const ids = inputs.map(({ id }) => id);
    return [
      ...inputs.filter(({ id, label }) => !id || !label),
      ...inputs.filter(({ errorMessage }) => !errorMessage),
      ...ids.filter((id, at) => ids.indexOf(id) !== at),
      // Which of the two Teams would take is not documented.
      ...buttonsOf(card).filter(
        ({ associatedInputs, data }) =>
          (associatedInputs ?? 'auto') === 'auto' && ids.some((id) => typeof id === 'string' && id in data),
      ),
    ];
  });
});

test('what an input is filled with is something it can hold', () => {
  expectEach(({ card }) =>
    inputsOf(card).filter(({ type, value, choices }) => {
      if (typeof value !== 'string') return true;
      if (value === '') return false;
      if (type === 'Input.Date') return !/^\d{4}-\d\d-\d\d$/.test(value);
      if (type === 'Input.Time') return !/^\d\d:\d\d$/.test(value);
      const offered = (choices ?? []) as readonly { readonly value: string }[];
      return type === 'Input.ChoiceSet' && offered.length > 3 && !offered.some((one) => one.value === value);
    }),
  );
});

test('at most three buttons are in sight, all of them only where one has to choose', () => {
  expectEach(({ card, screen }) => {
    const modes = buttonsOf(card).map(({ mode }) => mode);
    const inSight = modes.filter((mode) => mode === 'primary').length;
    const most = { choice: 5, which: 5 }[screen] ?? 3;
    const fine = inSight === Math.min(most, modes.length) && (screen !== 'choice' || modes.length <= most);
    return fine && modes.every((mode) => mode === 'primary' || mode === 'secondary') ? [] : [modes];
  });
});

type Mentioned = { readonly text: string; readonly mentioned: { readonly id: string } };

const mentionsIn = ({ card }: Scene): readonly Mentioned[] =>
  (card['msteams'] as { readonly entities: readonly Mentioned[] } | undefined)?.entities ?? [];

test('nothing anybody typed is taken for Markdown, a mention or a template', () => {
  expectEach((scene) => {
    const mentions = mentionsIn(scene).map(({ text }) => text);
    const besides = (text: string) => mentions.reduce((left, mention) => left.replaceAll(mention, ''), text);
    return textsOf(scene.card).filter((text) => hasMarkup(besides(text)));
  });
});

test('a mention is only what its entity repeats to the letter, each person once; alone nobody is mentioned', () => {
  expectEach(
    (scene) => {
      const entities = mentionsIn(scene);
      const texts = entities.map(({ text }) => text);
      const tags = textsOf(scene.card).flatMap((text): readonly string[] => text.match(/<at>.*?<\/at>/g) ?? []);
      const once = [texts, entities.map(({ mentioned }) => mentioned.id)].every(
        (all) => new Set(all).size === all.length && !all.includes('') && !all.includes('<at></at>'),
      );
      const only = tags.every((tag) => texts.includes(tag)) && texts.every((text) => tags.includes(text));
      const { show } = scene.reply;
      const mayBeNone = show.show === 'checkpoint' || tags.length > 0;
      const isFit = show.show === 'notice' && show.alone ? tags.length === 0 : mayBeNone && entities.length <= 10;
      return only && once && isFit ? [] : [{ entities, tags }];
    },
    scenes.filter(
      ({ reply }) =>
        (reply.show.show === 'notice' || reply.show.show === 'checkpoint') &&
        reply.seen?.engagement.status !== 'discarded',
    ),
  );
});

test('only what is said of a checkpoint begins with its name', () => {
  expectEach(
    ({ summary, reply: { show } }) => {
      const isOne = show.show === 'checkpoint' || show.show === 'checkpointOver';
      return summary.startsWith('Checkpoint') === isOne ? [] : [summary];
    },
    scenes.filter(({ reply }) => reply.seen?.engagement.status !== 'discarded' && reply.says.length === 0),
  );
});

test('a summary is one line of plain text', () => {
  expectEach(({ summary, situation }) =>
    summary.trim() === '' || (/^(?:fresh|mid|turn)/.test(situation) && /[\\*\n]|&\w+;/.test(summary)) ? [summary] : [],
  );
});

/** What a client sends with a press: what was filled in, or what somebody chose. */
const pressed = (scene: Scene, { data, associatedInputs }: Execute, filled: boolean): object => {
  if (associatedInputs === 'none') return data;
  const chosen: Record<string, string> = {
    'Input.Date': '2027-01-25',
    'Input.Time': '10:00',
    'Input.Text': 'a reason',
  };
  const values = inputsOf(scene.card).map(({ id, type = '', value, choices = [], isRequired }) => {
    const [first] = (choices as readonly { readonly value: string }[]).filter((one) => one.value !== '');
    const typed = chosen[type] ?? first?.value ?? 'someone';
    return [String(id), filled || (isRequired === true && !value) ? typed : (value ?? '')] as const;
  });
  return { ...data, ...Object.fromEntries(values) };
};

test.each([
  ['as it was shown', false],
  ['with everything filled in', true],
])('no card offers a press that cannot be read, sent %s', (_, filled) => {
  const seen = new Set<string>();
  expectEach((scene) =>
    [...buttonsOf(scene.card), ...rowsOf(scene.card)].flatMap((press) => {
      const data = pressed(scene, press, filled);
      const key = `${press.verb} ${JSON.stringify(data)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const submitted = { ...data, verb: press.verb };
      const read = [readAction(press.verb, data), readAction(submitted.verb, submitted)];
      const expected = press.data['engagementId'];
      return read.filter(({ request, engagementId }) => request.type === 'unreadable' || engagementId !== expected);
    }),
  );
});
