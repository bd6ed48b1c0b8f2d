using Microsoft.Data.Sqlite;

namespace OneDrive.Sdk.Mirror;

/// <summary>
/// What is known of the drive and of the local folder, in a SQLite file: a page of changes and its checkpoint are written in one
/// transaction, so that a killed process loses nothing, and memory does not grow with the drive.
/// </summary>
internal sealed class Catalog : IDisposable
{
    private const string Columns =
        "n, id, parent, name, folder, size, hash, ctag, modified, deleted, place, l_parent, l_name, l_source, l_tag, l_size, l_time";

    private readonly SqliteConnection _connection;
    private readonly object _gate = new();
    private SqliteTransaction? _transaction;

    internal Catalog(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=NORMAL");
        Run("""
            CREATE TABLE IF NOT EXISTS items (
                n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, parent TEXT, name TEXT NOT NULL, folder INTEGER NOT NULL,
                size INTEGER NOT NULL DEFAULT 0, hash TEXT, ctag TEXT, modified INTEGER NOT NULL DEFAULT 0,
                deleted INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1,
                place INTEGER NOT NULL DEFAULT 0, l_parent TEXT, l_name TEXT, l_key TEXT, l_source TEXT, l_tag TEXT,
                l_size INTEGER NOT NULL DEFAULT 0, l_time INTEGER NOT NULL DEFAULT 0)
            """);
        Run("CREATE INDEX IF NOT EXISTS dirty ON items (n) WHERE dirty = 1");
        Run("CREATE INDEX IF NOT EXISTS parents ON items (parent)");
        Run("CREATE INDEX IF NOT EXISTS places ON items (l_parent, l_key)");
        Run("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT)");
    }

    /// <summary>Makes everything that the work writes appear at once.</summary>
    internal void Together(Action work)
    {
        lock (_gate)
        {
            using var transaction = _transaction = _connection.BeginTransaction();
            try
            {
                work();
                transaction.Commit();
            }
            finally
            {
                _transaction = null;
            }
        }
    }

    internal string? Get(string key)
    {
        lock (_gate)
        {
            using var command = Command("SELECT value FROM meta WHERE key = $0", key);
            return command.ExecuteScalar() as string;
        }
    }

    internal void Set(string key, string? value) => Run("INSERT OR REPLACE INTO meta (key, value) VALUES ($0, $1)", key, value);

    internal Entry? Find(string? id) => id is null ? null : Read("WHERE id = $0", id).FirstOrDefault();

    internal Entry? FindByName(string parentId, string key, long otherThan) =>
        Read("WHERE l_parent = $0 AND l_key = $1 AND n <> $2 AND place IN (1, 3) LIMIT 1", parentId, key, otherThan).FirstOrDefault();

    /// <summary>The next entries that are to be looked at, in the order of their numbers.</summary>
    internal IReadOnlyList<Entry> Dirty(string condition, long after, int count) =>
        Read($"WHERE dirty = 1 AND n > $0 AND {condition} ORDER BY n LIMIT {count}", after);

    internal IReadOnlyList<Entry> LocalChildren(string parentId) => Read("WHERE l_parent = $0 AND place IN (1, 3)", parentId);

    internal int Run(string text, params ReadOnlySpan<object?> values)
    {
        lock (_gate)
        {
            using var command = Command(text, values);
            return command.ExecuteNonQuery();
        }
    }

    public void Dispose() => _connection.Dispose();

    private List<Entry> Read(string condition, params ReadOnlySpan<object?> values)
    {
        lock (_gate)
        {
            using var command = Command($"SELECT {Columns} FROM items {condition}", values);
            using var reader = command.ExecuteReader();
            var entries = new List<Entry>();
            while (reader.Read())
                entries.Add(EntryOf(reader));
            return entries;
        }
    }

    private static Entry EntryOf(SqliteDataReader reader)
    {
        return new Entry(reader.GetInt64(0), reader.GetString(1), Text(2), reader.GetString(3), reader.GetInt64(4) == 1)
        {
            Size = reader.GetInt64(5),
            Hash = Text(6),
            ContentTag = Text(7),
            Modified = reader.GetInt64(8),
            IsDeleted = reader.GetInt64(9) == 1,
            Place = (Place)reader.GetInt64(10),
            LocalParentId = Text(11),
            LocalName = Text(12),
            LocalSource = Text(13),
            LocalTag = Text(14),
            LocalSize = reader.GetInt64(15),
            LocalTime = reader.GetInt64(16),
        };

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<object?> values)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = text;
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${index}", values[index] ?? DBNull.Value);
        return command;
    }
}
