import { Button } from '@mantine/core';
import { useNavigation } from 'react-router';

interface SubmitButtonProps {
  /** Names the act: "Submit application", "Pay $175.00". Never "OK". */
  children: string;
  /** Several acts in one form: `name="act" value="accept"`. */
  name?: string;
  value?: string;
  /** The main act is filled, others are outlined; a grave one is red. */
  weight?: 'main' | 'other' | 'grave';
  /** Says to screen readers which of several alike it is: "Claim" of whom. */
  about?: string;
}

/** Sends the form. It keeps its words while it does; the bar at the top of the page shows that it is under way. */
export const SubmitButton = ({ children, weight = 'main', about, ...button }: SubmitButtonProps) => {
  const busy = useNavigation().state === 'submitting';
  return (
    <Button
      type="submit"
      variant={weight === 'other' ? 'default' : 'filled'}
      {...(weight === 'grave' ? { color: 'bad' } : {})}
      aria-disabled={busy || undefined}
      {...button}
    >
      {children}
      {about && <span className="t-hidden"> {about}</span>}
    </Button>
  );
};
