// The weights that Chromium embeds as subset TrueType; variable fonts and the system's CFF fonts would become Type 3.
import '@fontsource/noto-serif-sc/400.css';
import '@fontsource/noto-serif-sc/700.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import '../../../resources/print.css';
