import { useEffect, useRef, useState } from 'react';

/** A status is read out at most this often (milliseconds). */
const ANNOUNCE_EVERY = 5000;

/** A text that changes often, slowed down for a live region: its first value, then the newest one every five seconds. */
export function useAnnounced(text: string): string {
  const [said, setSaid] = useState(text);
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(newest.current), ANNOUNCE_EVERY);
    return () => clearInterval(timer);
  }, []);
  return said;
}
