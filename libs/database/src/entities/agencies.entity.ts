import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '@hub/domain/dates/iso-date';

@Entity({ schema: 'hub', name: 'agency' })
export class AgencyEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'region_band', type: 'text' })
  regionBand!: string;

  @Column({ name: 'outside_kind', type: 'text', nullable: true })
  outsideKind!: string | null;

  @Column({ name: 'is_london', type: 'boolean', default: false })
  isLondon!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'membership' })
export class MembershipEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'agreement' })
export class AgreementEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ name: 'legal_basis', type: 'text' })
  legalBasis!: string;

  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: IsoDate;

  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: IsoDate | null;

  @Column({ type: 'text', default: '1' })
  version!: string;

  @Column({ name: 'up_to_stage', type: 'text', default: 'S1' })
  upToStage!: string;

  @Column({ type: 'text', nullable: true })
  article6!: string | null;

  @Column({ type: 'text', nullable: true })
  article9!: string | null;

  @Column({ name: 'data_categories', type: 'text', array: true, default: [] })
  dataCategories!: string[];

  @Column({ name: 'review_on', type: 'date', nullable: true })
  reviewOn!: IsoDate | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}

@Entity({ schema: 'hub', name: 'agreement_party' })
export class AgreementPartyEntity {
  @PrimaryColumn({ name: 'agreement_id', type: 'uuid' })
  agreementId!: string;

  @PrimaryColumn({ name: 'agency_id', type: 'uuid' })
  agencyId!: string;

  @Column({ name: 'signed_by', type: 'text', nullable: true })
  signedBy!: string | null;

  @Column({ name: 'signed_on', type: 'date', nullable: true })
  signedOn!: IsoDate | null;
}

@Entity({ schema: 'hub', name: 'place' })
export class PlaceEntity {
  @PrimaryColumn({ type: 'text' })
  outcode!: string;

  @Column({ type: 'double precision' })
  lat!: number;

  @Column({ type: 'double precision' })
  lon!: number;
}
