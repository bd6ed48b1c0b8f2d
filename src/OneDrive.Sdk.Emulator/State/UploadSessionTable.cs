using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>The upload sessions that are open, found by the parts of their URL.</summary>
internal sealed class UploadSessionTable(EmulatorOptions options)
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

    public UploadSession Open(Func<string, string, DateTimeOffset, UploadSession> create)
    {
        RemoveExpired();
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var session = create(Guid.NewGuid().ToString(), secret, options.TimeProvider.GetUtcNow() + options.UploadSessionLifetime);
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>Finds an open session; 404 when it is gone, 401 when the secret is wrong, 403 when access was revoked.</summary>
    public UploadSession Get(string? id, string? secret)
    {
        RemoveExpired();
        if (id is null || !_sessions.TryGetValue(id, out var session))
        {
            throw NotFound();
        }

        var given = Encoding.UTF8.GetBytes(secret ?? string.Empty);
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(session.Secret)))
        {
            throw new GraphError(401, "unauthenticated", "The upload URL is not valid.");
        }

        return session.IsRevoked ? throw new GraphError(403, "accessDenied", "Access to the upload session was revoked.") : session;
    }

    public UploadSession? Find(string? id) => id is null ? null : _sessions.GetValueOrDefault(id);

    public void Remove(UploadSession session, bool keepContent)
    {
        if (_sessions.TryRemove(session.Id, out _))
        {
            session.Close(keepContent);
        }
    }

    public void Clear()
    {
        foreach (var session in _sessions.Values)
        {
            Remove(session, keepContent: false);
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
