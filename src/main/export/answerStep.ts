import type { PdfJob } from '../../core/exporting/pdfJob.ts';
import { assertNever } from '../../shared/result.ts';
import type { ExportAnswers, ExportStep } from './exportMessages.ts';

type Answer = ExportAnswers[keyof ExportAnswers];

/** Does one step of a job. Throws `AppError`. */
// oxlint-disable-next-line complexity -- one line for each step
export function answerStep(job: PdfJob, step: ExportStep): Promise<Answer> | Answer {
  switch (step.kind) {
    case 'begin':
      throw new Error('This job has begun.');
    case 'probe':
      return job.probe();
    case 'takeProbe':
      return job.takeProbe(step.pdf);
    case 'plan':
      return job.fileCount();
    case 'open':
      return job.open(step.file);
    case 'body':
      return job.body(step.from, step.to, step.characters);
    case 'spoiled':
      return job.spoiled(step.piece, step.message);
    case 'takeBody':
      return job.takeBody(step.pdf);
    case 'front':
      return job.front();
    case 'takeFront':
      return job.takeFront(step.pdf);
    case 'back':
      return job.back();
    case 'takeBack':
      return job.takeBack(step.pdf);
    case 'settle':
      return job.settle();
    case 'sheets':
      return job.sheets(step.whole);
    case 'takeSheets':
      return job.takeSheets(step.pdf);
    case 'finish':
      return job.finish();
    case 'drop':
      return job.drop(step.message);
    case 'single':
      return job.singles.compose(step.file);
    case 'takeSingle':
      return job.singles.take(step.file, step.pdf);
    case 'takeSingleSheets':
      return job.singles.takeSheets(step.file, step.pdf);
    case 'dropSingle':
      return job.singles.drop(step.file, step.message);
    case 'end':
      return job.end();
    default:
      return assertNever(step);
  }
}
