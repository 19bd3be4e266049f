-- What can be found, in one index. A row's number says its kind and its id: kind * 2^40 + id.
-- 0 unit, 1 subnet, 2 repository, 3 image (its number), 4 client, 5 trace: the index is read from its ends, so that the
-- few come first, and nobody has to read over the many.
-- Deleted and inserted rather than replaced: a trigger's REPLACE takes the conflict rule of the statement that fires it.
-- A later migration that rebuilds one of these tables drops the views and triggers first, and creates them again.
CREATE VIRTUAL TABLE `search` USING fts5(`name`, `rest`, tokenize = 'trigram remove_diacritics 1');
--> statement-breakpoint
CREATE VIEW `search_clients` AS
SELECT (4 << 40) + c.`id` AS `key`, c.`id` AS `id`, c.`unit_id` AS `unit_id`, c.`name` AS `name`,
	concat_ws(char(10), c.`ip`, c.`mac`, replace(c.`mac`, ':', ''), c.`serial_number`, c.`system_name`, u.`name`) AS `rest`
FROM `clients` c LEFT JOIN `organizational_units` u ON u.`id` = c.`unit_id`;
--> statement-breakpoint
CREATE VIEW `search_units` AS
SELECT `id` AS `key`, `id`, `name`, concat_ws(char(10), `location`, `comments`) AS `rest`
FROM `organizational_units`;
--> statement-breakpoint
CREATE VIEW `search_subnets` AS
SELECT (1 << 40) + `id` AS `key`, `id`, `name`, concat_ws(char(10), `address`, `router_ip`) AS `rest`
FROM `subnets`;
--> statement-breakpoint
CREATE VIEW `search_repositories` AS
SELECT (2 << 40) + `id` AS `key`, `id`, `name`, `ip` AS `rest`
FROM `repositories`;
--> statement-breakpoint
CREATE VIEW `search_images` AS
SELECT (3 << 40) + `number` AS `key`, `number` AS `id`, `name`,
	concat_ws(char(10), '#' || `number`, `description`, `version`, `fullsum`) AS `rest`
FROM `images`;
--> statement-breakpoint
CREATE VIEW `search_traces` AS
SELECT (5 << 40) + t.`id` AS `key`, t.`id` AS `id`, t.`client_id` AS `client_id`, t.`image_id` AS `image_id`, '' AS `name`,
	concat_ws(char(10), '#' || t.`id`, t.`job_id`, c.`name`, i.`name`) AS `rest`
FROM `traces` t LEFT JOIN `clients` c ON c.`id` = t.`client_id` LEFT JOIN `images` i ON i.`id` = t.`image_id`;
--> statement-breakpoint
CREATE TRIGGER `search_client_added` AFTER INSERT ON `clients` BEGIN
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_clients` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
-- An agent that reports in writes what is there already: only what differs is indexed again.
CREATE TRIGGER `search_client_changed` AFTER UPDATE OF `name`, `ip`, `mac`, `serial_number`, `system_name`, `unit_id` ON `clients`
WHEN (old.`name`, old.`ip`, old.`mac`, old.`serial_number`, old.`system_name`, old.`unit_id`)
	IS NOT (new.`name`, new.`ip`, new.`mac`, new.`serial_number`, new.`system_name`, new.`unit_id`)
BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_clients` WHERE `id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_clients` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_client_renamed` AFTER UPDATE OF `name` ON `clients` WHEN old.`name` IS NOT new.`name` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_traces` WHERE `client_id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_traces` WHERE `client_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_client_removed` AFTER DELETE ON `clients` BEGIN
	DELETE FROM `search` WHERE `rowid` = (4 << 40) + old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_unit_added` AFTER INSERT ON `organizational_units` BEGIN
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_units` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_unit_changed` AFTER UPDATE OF `name`, `location`, `comments` ON `organizational_units` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_units` WHERE `id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_units` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_unit_renamed` AFTER UPDATE OF `name` ON `organizational_units` WHEN old.`name` IS NOT new.`name` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_clients` WHERE `unit_id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_clients` WHERE `unit_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_unit_removed` AFTER DELETE ON `organizational_units` BEGIN
	DELETE FROM `search` WHERE `rowid` = old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_subnet_added` AFTER INSERT ON `subnets` BEGIN
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_subnets` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_subnet_changed` AFTER UPDATE ON `subnets` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_subnets` WHERE `id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_subnets` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_subnet_removed` AFTER DELETE ON `subnets` BEGIN
	DELETE FROM `search` WHERE `rowid` = (1 << 40) + old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_repository_added` AFTER INSERT ON `repositories` BEGIN
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_repositories` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_repository_changed` AFTER UPDATE OF `name`, `ip` ON `repositories` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_repositories` WHERE `id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_repositories` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_repository_removed` AFTER DELETE ON `repositories` BEGIN
	DELETE FROM `search` WHERE `rowid` = (2 << 40) + old.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_image_added` AFTER INSERT ON `images` BEGIN
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_images` WHERE `id` = new.`number`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_image_changed` AFTER UPDATE OF `name`, `description`, `version`, `fullsum` ON `images` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_images` WHERE `id` = new.`number`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_images` WHERE `id` = new.`number`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_image_renamed` AFTER UPDATE OF `name` ON `images` WHEN old.`name` IS NOT new.`name` BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_traces` WHERE `image_id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_traces` WHERE `image_id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_image_removed` AFTER DELETE ON `images` BEGIN
	DELETE FROM `search` WHERE `rowid` = (3 << 40) + old.`number`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_trace_added` AFTER INSERT ON `traces` BEGIN
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_traces` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
-- Progress and states touch none of these, so a webhook costs what it did.
CREATE TRIGGER `search_trace_changed` AFTER UPDATE OF `job_id`, `client_id`, `image_id` ON `traces`
WHEN (old.`job_id`, old.`client_id`, old.`image_id`) IS NOT (new.`job_id`, new.`client_id`, new.`image_id`)
BEGIN
	DELETE FROM `search` WHERE `rowid` IN (SELECT `key` FROM `search_traces` WHERE `id` = new.`id`);
	INSERT INTO `search` (`rowid`, `name`, `rest`) SELECT `key`, `name`, `rest` FROM `search_traces` WHERE `id` = new.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `search_trace_removed` AFTER DELETE ON `traces` BEGIN
	DELETE FROM `search` WHERE `rowid` = (5 << 40) + old.`id`;
END;
--> statement-breakpoint
INSERT INTO `search` (`rowid`, `name`, `rest`)
SELECT `key`, `name`, `rest` FROM `search_clients`
UNION ALL SELECT `key`, `name`, `rest` FROM `search_units`
UNION ALL SELECT `key`, `name`, `rest` FROM `search_subnets`
UNION ALL SELECT `key`, `name`, `rest` FROM `search_repositories`
UNION ALL SELECT `key`, `name`, `rest` FROM `search_images`
UNION ALL SELECT `key`, `name`, `rest` FROM `search_traces`;
