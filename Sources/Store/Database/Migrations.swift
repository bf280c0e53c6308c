import GRDB

/// Brings a database's tables up to date.
enum Migrations {
  /// Applies what isn't applied yet, and refuses a database that has steps we don't know.
  static func apply(
    _ migrations: [Migration], to queue: DatabaseQueue, path: String
  ) throws {
    var migrator = DatabaseMigrator()
    for migration in migrations {
      migrator.registerMigration(migration.name) { database in
        for statement in migration.statements { try database.execute(sql: statement) }
      }
    }
    guard try !queue.read(migrator.hasBeenSuperseded) else {
      throw StoreFailure(
        .newer, path: path, detail: "a later version of this program wrote it: update this one")
    }
    if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
  }
}
