import { Gallery } from '../app/features/gallery/gallery.tsx';
import { mount } from './mount.tsx';

mount('public', <Gallery />);
