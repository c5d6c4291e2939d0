import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Exam, ExamState } from '../delivery/exam-state.ts';
import { beforeOpening } from '../delivery/exam-state.ts';

const nothing = () => () => undefined;

/** Opens an exam in the browser, wakes it when things may have changed, and closes it with the page. */
export const useExam = (open: () => Exam): { readonly exam: Exam | undefined; readonly state: ExamState } => {
  const [exam, setExam] = useState<Exam>();
  useEffect(() => {
    const opened = open();
    setExam(opened);
    const wake = () => {
      if (document.visibilityState === 'visible') opened.wake();
      else opened.settle();
    };
    const leave = () => opened.settle();
    window.addEventListener('pagehide', leave);
    const events = [
      [document, 'visibilitychange'],
      [window, 'focus'],
      [window, 'online'],
      [window, 'pageshow'],
    ] as const;
    for (const [target, name] of events) target.addEventListener(name, wake);
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, wake);
      window.removeEventListener('pagehide', leave);
      opened.close();
    };
  }, [open]);
  const state = useSyncExternalStore(
    exam?.subscribe ?? nothing,
    () => exam?.state() ?? beforeOpening,
    () => beforeOpening,
  );
  return { exam, state };
};

/** Leaving loses nothing that is on the device, but it is sent only when the exam is opened again. */
export const useLeavingGuard = (unsent: boolean): void => {
  useEffect(() => {
    if (!unsent) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [unsent]);
};
