import type { Affair } from './kinds';
import type { Grave } from '../../../application/request';
import { form, type Meaning, wish } from './meaning';
import { timeZoneNamed } from './time-zones';

const configure = 'engagement.configure';

const grave =
  (type: Exclude<Grave['type'], 'HandOver'>): Meaning =>
  ({ sure }) =>
    sure ? wish({ type }) : { type: 'confirm', wish: { type } };

const timeZone: Meaning = ({ said }) => {
  const zone = timeZoneNamed(said.text ?? '');
  return zone === undefined ? form(configure) : wish({ type: 'ConfigureEngagement', timeZone: zone });
};

export const onboardingMeanings = {
  undo: () => wish({ type: 'Undo' }),
  customer: ({ said }) => (said.text ? wish({ type: 'ConfigureEngagement', customer: said.text }) : form(configure)),
  language: ({ said }) => wish({ type: 'ConfigureEngagement', language: said.language === 'en' ? 'en' : 'de' }),
  timeZone,
  settings: () => form(configure),
  pause: ({ said }) => wish({ type: 'PauseEngagement', ...(said.until && { until: said.until }) }),
  pauseForm: ({ said }) => form('engagement.pause', said.day ? { until: said.day } : {}),
  resume: () => wish({ type: 'ResumeEngagement' }),
  finish: grave('FinishEngagement'),
  discard: grave('DiscardEngagement'),
  cancel: ({ reason }) => (reason ? wish({ type: 'CancelEngagement', reason }) : form('engagement.cancel')),
} satisfies Partial<Record<Affair, Meaning>>;
