// The weights that Chromium embeds as subset TrueType; variable fonts and the system's CFF fonts would become Type 3.
import '@fontsource/noto-serif-sc/400.css';
import '@fontsource/noto-serif-sc/700.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
// For chapters in Latin script: in the Chinese faces “ and ” are as wide as a character.
import '@fontsource/source-serif-4/400.css';
import '@fontsource/source-serif-4/400-italic.css';
import '@fontsource/source-serif-4/700.css';
import '@fontsource/source-sans-3/400.css';
import '@fontsource/source-sans-3/400-italic.css';
import '@fontsource/source-sans-3/700.css';
// Programs and paths.
import '@fontsource/source-code-pro/400.css';
import '@fontsource/source-code-pro/700.css';
// Signs, mathematics and emoji, which the faces above lack.
import '@fontsource/noto-sans-symbols-2/400.css';
import '@fontsource/noto-sans-math/400.css';
import '@fontsource/noto-emoji/400.css';
// The whole faces, under names of their own.
import './faces.css';
import '../../../resources/print.css';
