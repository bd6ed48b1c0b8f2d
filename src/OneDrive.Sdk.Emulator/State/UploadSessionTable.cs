using System.Collections.Concurrent;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The upload sessions that are open, found by the parts of their URL.</summary>
internal sealed class UploadSessionTable(EmulatorOptions options, Ledger ledger)
{
    private readonly ConcurrentDictionary<string, UploadSession> _sessions = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            RemoveExpired();
            return _sessions.Count;
        }
    }

    /// <summary>Opens a session; the secret is the part of the upload URL that gives access.</summary>
    public (UploadSession Session, string Secret) Open(Func<string, byte[], DateTimeOffset, UploadSession> create)
    {
        RemoveExpired();
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var expires = options.TimeProvider.GetUtcNow() + options.UploadSessionLifetime;
        var session = create(Guid.NewGuid().ToString(), SecretHash.Of(secret), expires);
        Add(session);
        return (session, secret);
    }

    public void Add(UploadSession session)
    {
        _sessions[session.Id] = session;
        TakeDown(session);
    }

    /// <summary>Has a session saved as it is now. Called in its turn.</summary>
    public void TakeDown(UploadSession session)
        => ledger.NoteIf(() => !session.IsClosed, () => new StateEntry { Session = session.TakeDown() });

    public IEnumerable<StateEntry> SaveAll()
        => _sessions.Values.Select(session => session.Record).OfType<SessionRecord>().Select(record => new StateEntry { Session = record });

    /// <summary>Finds an open session; 404 when it no longer exists, 401 when the secret is wrong, 403 when access was revoked.</summary>
    public UploadSession Get(string? id, string? secret)
    {
        RemoveExpired();
        if (id is null || !_sessions.TryGetValue(id, out var session))
        {
            throw NotFound();
        }

        if (!CryptographicOperations.FixedTimeEquals(SecretHash.Of(secret ?? string.Empty), session.SecretHash))
        {
            throw new GraphError(401, "unauthenticated", "The upload URL is not valid.");
        }

        return session.IsRevoked ? throw new GraphError(403, "accessDenied", "Access to the upload session was revoked.") : session;
    }

    /// <summary>The sessions that are open, in the order in which they end.</summary>
    public IReadOnlyList<UploadSession> List()
    {
        RemoveExpired();
        return [.. _sessions.Values.OrderBy(session => session.Expires)];
    }

    public UploadSession? Find(string? id) => id is null ? null : _sessions.GetValueOrDefault(id);

    public void Remove(UploadSession session, bool keepContent)
    {
        if (_sessions.TryRemove(session.Id, out _))
        {
            session.Close(keepContent);
            ledger.Note(new StateEntry { SessionEnded = session.Id });
        }
    }

    /// <summary>Ends all sessions, or leaves them for the next start when there is one.</summary>
    public void Clear()
    {
        foreach (var session in _sessions.Values)
        {
            if (ledger.IsKept)
            {
                session.Leave();
            }
            else
            {
                Remove(session, keepContent: false);
            }
        }
    }

    public static GraphError NotFound() => new(404, "itemNotFound", "The upload session was not found", "uploadSessionNotFound");

    private void RemoveExpired()
    {
        var now = options.TimeProvider.GetUtcNow();
        foreach (var session in _sessions.Values)
        {
            if (session.Expires <= now)
            {
                Remove(session, keepContent: false);
            }
        }
    }
}
