using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// Keeps sign-ins that are under way in a database, sealed with AES-256-GCM before they reach it, so that the machine that the browser
/// returns to need not be the one where the sign-in began. A session is taken once and ends by the database's clock.
/// </summary>
public sealed class EntityFrameworkAuthorizationSessionStore : IAuthorizationSessionStore
{
    private static readonly string[] Columns =
        [nameof(SessionRow.Scope), nameof(SessionRow.Id), nameof(SessionRow.Content), nameof(SessionRow.Expires)];

    private static readonly string[] Keys = [nameof(SessionRow.Scope), nameof(SessionRow.Id)];

    private readonly EntityFrameworkDatabase _database;
    private readonly StoreSeal _seal;
    private readonly string _scope;

    /// <summary>Uses a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="keys">The keys that seal; the same on every machine.</param>
    /// <param name="scope">Keeps the sessions of several registrations apart, up to 100 characters.</param>
    public EntityFrameworkAuthorizationSessionStore(EntityFrameworkDatabase database, TokenEncryptionKeys keys, string scope = "")
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(scope);
        _database = database;
        _seal = new StoreSeal(keys);
        _scope = scope;
    }

    /// <inheritdoc/>
    public Task SaveAsync(AuthorizationSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var lifetime = (long)(session.Expires - _database.TimeProvider.GetUtcNow()).TotalMilliseconds;
        var content = _seal.Seal(session);
        return _database.RunAsync(
            async context =>
            {
                var expires = context.Column<SessionRow>(nameof(SessionRow.Expires));
                await context.ExecuteAsync($"DELETE FROM {context.Table<SessionRow>()} WHERE {expires} <= {context.Now}")
                    .ConfigureAwait(false);
                return await context.InsertAsync<SessionRow>(
                    Columns, Keys, ["{0}", "{1}", "{2}", $"{context.Now} + {{3}}"], _scope, RowName.Of(session.State), content, lifetime)
                    .ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<AuthorizationSession?> TakeAsync(string state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Length == 0)
            return null;

        var id = RowName.Of(state);
        var taken = await _database.RunAsync(
            async context =>
            {
                var (table, expires) = (context.Table<SessionRow>(), context.Column<SessionRow>(nameof(SessionRow.Expires)));
                var key = $"{context.Column<SessionRow>(nameof(SessionRow.Scope))} = {{0}} "
                    + $"AND {context.Column<SessionRow>(nameof(SessionRow.Id))} = {{1}}";
                var found = await context.QueryAsync<Found>(
                    $"SELECT {context.Column<SessionRow>(nameof(SessionRow.Content))} AS {context.Delimit(nameof(Found.Content))}, "
                    + $"{expires} - {context.Now} AS {context.Delimit(nameof(Found.Left))} FROM {table} WHERE {key}",
                    _scope,
                    id).ConfigureAwait(false);

                // The caller that deletes the row owns the session.
                return found is not null
                    && await context.ExecuteAsync($"DELETE FROM {table} WHERE {key}", _scope, id).ConfigureAwait(false) == 1 ? found : null;
            },
            cancellationToken).ConfigureAwait(false);
        if (taken is not { Left: > 0 } || _seal.OpenSession(state, taken.Content) is not { } session)
            return null;

        return new AuthorizationSession
        {
            State = session.State,
            Nonce = session.Nonce,
            CodeVerifier = session.CodeVerifier,
            Key = session.Key,
            RedirectUri = session.RedirectUri,
            Issuer = session.Issuer,
            Scopes = session.Scopes,

            // By the clock of this machine, which may differ from that of the one where the sign-in began.
            Expires = _database.TimeProvider.GetUtcNow().AddMilliseconds(taken.Left),
        };
    }

    private sealed class Found
    {
        public byte[] Content { get; init; } = [];

        public long Left { get; init; }
    }
}
