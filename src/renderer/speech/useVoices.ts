import { useEffect } from 'react';
import { useAppContext } from '../state/store.ts';
import { localVoices } from './voices.ts';

/** Keeps the state told which voices this computer has; they come some time after the window. */
export function useVoices(): void {
  const { store } = useAppContext();
  useEffect(() => {
    const { speechSynthesis } = window;
    const look = (): void => {
      const voices = localVoices(speechSynthesis.getVoices());
      if (JSON.stringify(voices) !== JSON.stringify(store.getState().voices)) {
        store.setState({ voices });
      }
    };
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, [store]);
}
