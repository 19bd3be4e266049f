CREATE TABLE `discovered_clients` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`mac` text NOT NULL,
	`ip` text NOT NULL,
	`source_address` text NOT NULL,
	`system_name` text,
	`os_type` text,
	`agent_version` text,
	`agent_secret` blob,
	`last_event` text NOT NULL,
	`reports` integer DEFAULT 1 NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ignored` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `discovered_clients_mac_unique` ON `discovered_clients` (`mac`);--> statement-breakpoint
CREATE TABLE `partition_history` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`at` integer NOT NULL,
	`source` text NOT NULL,
	`partitions` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `partition_history_client` ON `partition_history` (`client_id`,`id`);--> statement-breakpoint
CREATE TABLE `smart_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `smart_groups_name_unique` ON `smart_groups` (`name`);--> statement-breakpoint
ALTER TABLE `clients` ADD `system_name` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `session_user` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `session_since` integer;--> statement-breakpoint
ALTER TABLE `clients` ADD `reported_at` integer;--> statement-breakpoint
ALTER TABLE `clients` ADD `plan_column` integer;--> statement-breakpoint
ALTER TABLE `clients` ADD `plan_row` integer;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `multicast_address` text;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `multicast_port` integer;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `multicast_mode` text;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `multicast_speed` integer;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `p2p_mode` text;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `p2p_time` integer;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `hardware_profile` text;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `capacity` integer;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `name_pattern` text;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `plan_columns` integer;--> statement-breakpoint
ALTER TABLE `organizational_units` ADD `plan_rows` integer;