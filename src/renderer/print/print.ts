// Static TrueType faces, which Chromium embeds in part; variable fonts and the system's CFF fonts would become Type 3.
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
// Signs and emoji, which the faces above lack.
import '@fontsource/noto-sans-symbols-2/400.css';
import '@fontsource/noto-emoji/400.css';
// The Chinese faces and mathematics; what all of these lack: rare characters and other scripts.
import './faces.css';
import './moreFaces.css';
import '../../../resources/print.css';
