import { Button } from '@mantine/core';
import { Link } from 'react-router';

/** A link that leads into an act: looks like a button, says where it leads. */
export const LinkButton = ({
  to,
  weight = 'main',
  children,
}: {
  to: string;
  weight?: 'main' | 'other';
  children: string;
}) => (
  <Button component={Link} to={to} variant={weight === 'main' ? 'filled' : 'default'}>
    {children}
  </Button>
);
