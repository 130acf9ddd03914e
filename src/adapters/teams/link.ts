import type { Post } from '../../application/ports';
import { readAddress } from './address';

/** Where Teams opens a message: in its channel, or in its chat. Never throws, and holds nothing Markdown could read. */
export const linkTo = ({ place, address, activityId }: Post): string => {
  const { tenantId, conversationId, team } = place;
  const [conversation, message] = [encoded(conversationId), encoded(activityId)];
  const query = isChannel(address, team !== undefined)
    ? `tenantId=${encoded(tenantId)}&parentMessageId=${message}`
    : `context=${encoded('{"contextType":"chat"}')}`;
  return `https://teams.microsoft.com/l/message/${conversation}/${message}?${query}`;
};

/** An address nobody can read says nothing; a channel is part of a team. */
const isChannel = (address: string, isOfTeam: boolean): boolean => {
  try {
    return readAddress(address).isChannel;
  } catch {
    return isOfTeam;
  }
};

/** Half of a pair of characters cannot be encoded; and brackets or stars would end a Markdown link, or mean something. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*_~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
