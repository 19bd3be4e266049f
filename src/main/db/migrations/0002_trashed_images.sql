CREATE TABLE `trashed_images` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`repository_id` integer NOT NULL,
	`fullsum` text NOT NULL,
	`record` text NOT NULL,
	`trace_ids` text NOT NULL,
	`trashed_at` integer NOT NULL,
	FOREIGN KEY (`repository_id`) REFERENCES `repositories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trashed_images_fullsum` ON `trashed_images` (`repository_id`,`fullsum`);