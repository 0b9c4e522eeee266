import { useEffect, useState } from 'react';
import { createKeyMaker, type KeyMaker } from '../matching/matchKeys.ts';
import { loadReadings } from '../matching/readings.ts';

/** Makes names ready to be found by what is typed: by themselves at once, by pinyin once its table is loaded. */
export function useKeyMaker(): KeyMaker {
  const [maker, setMaker] = useState<KeyMaker>(() => createKeyMaker(null));
  useEffect(() => {
    let isWanted = true;
    void loadReadings().then((readings) => {
      if (isWanted) setMaker(() => createKeyMaker(readings));
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return maker;
}
