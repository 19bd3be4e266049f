CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`uid` text NOT NULL,
	`at` integer NOT NULL,
	`user` text NOT NULL,
	`host` text NOT NULL,
	`session` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`clients` text NOT NULL,
	`client_count` integer NOT NULL,
	`params` text NOT NULL,
	`danger` integer NOT NULL,
	`batch_id` text,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_uid_unique` ON `audit_entries` (`uid`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_user` ON `audit_entries` (`user`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_outcomes` (
	`entry_uid` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`failure` text,
	`batch_id` text,
	`trace_id` integer,
	FOREIGN KEY (`entry_uid`) REFERENCES `audit_entries`(`uid`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `token_senders` (
	`address` text PRIMARY KEY NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unheeded_webhooks` (
	`id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`path` text NOT NULL,
	`source_address` text NOT NULL,
	`job_id` text,
	`trace_id` integer,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`body` text,
	FOREIGN KEY (`trace_id`) REFERENCES `traces`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `unheeded_webhooks_source` ON `unheeded_webhooks` (`source_address`,`reason`);--> statement-breakpoint
CREATE INDEX `unheeded_webhooks_last` ON `unheeded_webhooks` (`last_at`);--> statement-breakpoint
-- The audit is only added to. `replace` would delete without a trigger, so a known key is refused as well.
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_replace` BEFORE INSERT ON `audit_entries`
WHEN EXISTS (SELECT 1 FROM `audit_entries` WHERE `uid` = NEW.`uid` OR `id` = NEW.`id`) BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_outcomes_no_update` BEFORE UPDATE ON `audit_outcomes` BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_outcomes_no_delete` BEFORE DELETE ON `audit_outcomes` BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;--> statement-breakpoint
CREATE TRIGGER `audit_outcomes_no_replace` BEFORE INSERT ON `audit_outcomes`
WHEN EXISTS (SELECT 1 FROM `audit_outcomes` WHERE `entry_uid` = NEW.`entry_uid`) BEGIN
  SELECT RAISE(ABORT, 'the audit is append-only');
END;
