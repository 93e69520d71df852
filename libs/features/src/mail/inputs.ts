import { MAIL_CHOICES } from '@hub/domain/mail/choices';
import { z } from 'zod';

export const mailChoice = z.enum(MAIL_CHOICES);
