/** A voice of this computer. */
export interface LocalVoice {
  /** The system's name of it; what is kept when the reader chooses it. */
  readonly name: string;
  /** BCP 47, as the system writes it (`zh-CN`, `en_US`). */
  readonly lang: string;
  readonly isDefault: boolean;
}

/** What is read aloud now. */
export interface SpeechState {
  /** The post; another one on screen ends it. */
  readonly path: string;
  readonly isPaused: boolean;
  /** Number of the sentence that is spoken, from 0, and how many there are. */
  readonly sentence: number;
  readonly sentences: number;
}

/** What the reader asks of the voice; `request` grows with every wish. */
export type SpeechWish = 'toggle' | 'stop' | 'next' | 'previous';
