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
CREATE INDEX `unheeded_webhooks_last` ON `unheeded_webhooks` (`last_at`);