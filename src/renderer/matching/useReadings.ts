import { useQuery } from '@tanstack/react-query';
import { loadReadings, type Readings } from './readings.ts';

/** The pinyin of characters; null while it is loaded, which the first who asks begins. */
export function useReadings(): Readings | null {
  const { data: readings } = useQuery({
    queryKey: ['readings'],
    // A function is no answer that can be compared, so it travels in a box.
    queryFn: async () => ({ read: await loadReadings() }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  return readings?.read ?? null;
}
