CREATE TABLE `clients` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` integer NOT NULL,
	`subnet_id` integer,
	`name` text NOT NULL,
	`mac` text NOT NULL,
	`ip` text NOT NULL,
	`serial_number` text,
	`network_interface` text,
	`og_live` text,
	`pxe_template` text,
	`repository_id` integer,
	`state` text DEFAULT 'unknown' NOT NULL,
	`state_since` integer NOT NULL,
	`state_checked_at` integer,
	`state_failure` text,
	`agent_port` integer DEFAULT 8000 NOT NULL,
	`agent_version` text,
	`agent_secret` blob,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `organizational_units`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`subnet_id`) REFERENCES `subnets`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clients_mac_unique` ON `clients` (`mac`);--> statement-breakpoint
CREATE UNIQUE INDEX `clients_ip_unique` ON `clients` (`ip`);--> statement-breakpoint
CREATE INDEX `clients_unit` ON `clients` (`unit_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `clients_unit_name` ON `clients` (`unit_id`,`name`);--> statement-breakpoint
CREATE TABLE `images` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`type` text NOT NULL,
	`version` text NOT NULL,
	`architecture` text NOT NULL,
	`repository_id` integer NOT NULL,
	`source_client_id` integer,
	`source_disk` integer NOT NULL,
	`source_partition` integer NOT NULL,
	`partition_code` text NOT NULL,
	`state` text NOT NULL,
	`fullsum` text,
	`size` integer,
	`failure` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ready_at` integer,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`source_client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `images_id_unique` ON `images` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `images_repository_name` ON `images` (`repository_id`,`name`);--> statement-breakpoint
CREATE TABLE `partitions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`disk` integer NOT NULL,
	`partition` integer NOT NULL,
	`code` text NOT NULL,
	`file_system` text NOT NULL,
	`size_kb` integer NOT NULL,
	`usage_percent` integer NOT NULL,
	`system` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partitions_place` ON `partitions` (`client_id`,`disk`,`partition`);--> statement-breakpoint
CREATE TABLE `repositories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`ip` text NOT NULL,
	`port` integer DEFAULT 8006 NOT NULL,
	`path` text NOT NULL,
	`certificate_fingerprint` text,
	`certificate_pem` text,
	`certificate_pinned_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `repositories_name_unique` ON `repositories` (`name`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subnets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`netmask` text NOT NULL,
	`router_ip` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subnets_address_unique` ON `subnets` (`address`);--> statement-breakpoint
CREATE TABLE `trace_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`trace_id` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`raw` text,
	FOREIGN KEY (`trace_id`) REFERENCES `traces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `trace_history_trace` ON `trace_history` (`trace_id`,`id`);--> statement-breakpoint
CREATE TABLE `traces` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`command` text NOT NULL,
	`client_id` integer,
	`repository_id` integer,
	`image_id` text,
	`batch_id` text,
	`parent_id` integer,
	`state` text NOT NULL,
	`job_id` text,
	`input` text,
	`output` text,
	`progress` real,
	`failure` text,
	`scheduled_at` integer NOT NULL,
	`called_at` integer,
	`started_at` integer,
	`finished_at` integer,
	`deadline_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`image_id`) REFERENCES `images`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`parent_id`) REFERENCES `traces`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `traces_state` ON `traces` (`state`,`deadline_at`);--> statement-breakpoint
CREATE INDEX `traces_job` ON `traces` (`job_id`);--> statement-breakpoint
CREATE INDEX `traces_client` ON `traces` (`client_id`);--> statement-breakpoint
CREATE INDEX `traces_image` ON `traces` (`image_id`);--> statement-breakpoint
CREATE INDEX `traces_finished` ON `traces` (`finished_at`);--> statement-breakpoint
CREATE TABLE `organizational_units` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`parent_id` integer,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`router_ip` text,
	`netmask` text,
	`dns` text,
	`ntp` text,
	`repository_id` integer,
	`og_live` text,
	`pxe_template` text,
	`location` text,
	`comments` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `organizational_units`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizational_units_name` ON `organizational_units` (`parent_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `organizational_units_top_name` ON `organizational_units` (`name`) WHERE parent_id is null;--> statement-breakpoint
CREATE TABLE `webhook_inbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`received_at` integer NOT NULL,
	`path` text NOT NULL,
	`source_address` text NOT NULL,
	`job_id` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	`trace_id` integer,
	`outcome` text NOT NULL,
	FOREIGN KEY (`trace_id`) REFERENCES `traces`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `webhook_inbox_news` ON `webhook_inbox` (`job_id`,`key`);--> statement-breakpoint
CREATE INDEX `webhook_inbox_waiting` ON `webhook_inbox` (`outcome`,`received_at`);