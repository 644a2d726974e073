import type { EmojiChoice } from './emoji.ts';
import { pairs } from './emoji.ts';

/** The emoji of the grid, eight in a row. */
export const EMOJI_GROUPS: { name: string; choices: EmojiChoice[] }[] = [
  {
    name: 'Faces',
    choices: pairs(
      '😀 Grin, 😄 Smile, 😂 Laugh, 🙂 Slight smile, 😉 Wink, 😊 Blush, 😍 Heart eyes, 😘 Kiss, 😎 Cool, 🤔 Thinking, 😐 Neutral, 🙄 Eye roll, 😏 Smirk, 😬 Grimace, 😅 Relief, 😴 Asleep, 😮 Surprise, 😳 Flushed, 😢 Sad, 😭 Crying, 😡 Angry, 😱 Scream, 🤯 Mind blown, 🥳 Party face',
    ),
  },
  {
    name: 'Hands',
    choices: pairs(
      '👍 Thumbs up, 👎 Thumbs down, 👌 OK, ✌️ Victory, 🤞 Fingers crossed, 👋 Wave, 👏 Clap, 🙏 Thanks, 🤝 Handshake, 💪 Strong, ✊ Fist, 👀 Eyes, 🫶 Heart hands, 🤷 Shrug, 🤦 Facepalm, 🙌 Raised hands',
    ),
  },
  {
    name: 'Things',
    choices: pairs(
      '❤️ Heart, 🧡 Orange heart, 💛 Yellow heart, 💚 Green heart, 💙 Blue heart, 💜 Purple heart, 🖤 Black heart, 💔 Broken heart, 🔥 Fire, ✨ Sparkles, ⭐ Star, 🎉 Party, ✅ Check, ❌ Cross, ❓ Question, ❗ Exclamation, ☕ Coffee, 🍕 Pizza, 🎂 Cake, 🌱 Seedling, ☀️ Sun, 🌙 Moon, 💡 Idea, 🚲 Bicycle',
    ),
  },
];
