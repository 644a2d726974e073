/** The emoji that are offered, with the names that are read out. Others arrive all the same. */
export interface EmojiChoice {
  emoji: string;
  name: string;
}

/** `👍 Thumbs up, ❤️ Heart` → the choices. */
export const pairs = (text: string): EmojiChoice[] =>
  text.split(',').map((pair) => {
    const [emoji = '', ...name] = pair.trim().split(' ');
    return { emoji, name: name.join(' ') };
  });

/** One press away in the menu of a message. */
export const QUICK_EMOJI = pairs('👍 Thumbs up, ❤️ Heart, 😂 Laugh, 😮 Surprise, 😢 Sad, 🙏 Thanks');

const NAMES = new Map(QUICK_EMOJI.map(({ emoji, name }) => [emoji, name]));

/** `Heart`; the emoji itself where it has no name here, which screen readers read by its Unicode name. */
export const emojiName = (emoji: string): string => NAMES.get(emoji) ?? emoji;
