CREATE TABLE `batches` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`command` text NOT NULL,
	`order` text NOT NULL,
	`target` text NOT NULL,
	`state` text NOT NULL,
	`moment` text NOT NULL,
	`at` integer,
	`confirmed_at` integer,
	`retry_of` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batches_id_unique` ON `batches` (`id`);--> statement-breakpoint
CREATE INDEX `batches_state` ON `batches` (`state`);--> statement-breakpoint
CREATE TABLE `deployed_images` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`disk` integer NOT NULL,
	`partition` integer NOT NULL,
	`image_id` text NOT NULL,
	`image_name` text NOT NULL,
	`fullsum` text NOT NULL,
	`deployed_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deployed_images_place` ON `deployed_images` (`client_id`,`disk`,`partition`);--> statement-breakpoint
CREATE TABLE `hardware_inventories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`items` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `hardware_inventories_client` ON `hardware_inventories` (`client_id`,`id`);--> statement-breakpoint
CREATE TABLE `scripts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`body` text NOT NULL,
	`parameters` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scripts_name_unique` ON `scripts` (`name`);--> statement-breakpoint
CREATE TABLE `software_inventories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` integer NOT NULL,
	`disk` integer NOT NULL,
	`partition` integer NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`system` text NOT NULL,
	`programs` text NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `software_inventories_place` ON `software_inventories` (`client_id`,`disk`,`partition`,`id`);--> statement-breakpoint
ALTER TABLE `images` ADD `source_size_kb` integer;--> statement-breakpoint
ALTER TABLE `traces` ADD `image_fullsum` text;--> statement-breakpoint
CREATE INDEX `traces_batch` ON `traces` (`batch_id`,`state`);