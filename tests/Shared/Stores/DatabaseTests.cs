using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Authentication.Stores;
using OneDrive.Sdk.Tests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StoreTests;

/// <summary>What the stores promise over a database, beyond what every store does.</summary>
public abstract class DatabaseTests
{
    private const string Secret = "SECRET-0123456789";

    private static readonly string[] Tables =
        ["onedrive_sign_ins", "onedrive_uploads", "onedrive_checkpoints", "onedrive_sessions", "onedrive_leases"];

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private protected abstract string ProviderName { get; }

    private protected abstract DbContextOptions<OneDriveDbContext> Options { get; }

    private EntityFrameworkDatabase Database => Open();

    [Fact]
    public async Task TakeAsync_FromManyAtOnce_GivesTheSessionToOne()
    {
        var store = Sessions(Database);
        await store.SaveAsync(Session(TimeProvider.System.GetUtcNow().AddMinutes(10)));

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.TakeAsync(Secret))));

        var session = Assert.Single(taken, one => one is not null)!;
        Assert.Equal((Secret, "nonce", "verifier", "adele"), (session.State, session.Nonce, session.CodeVerifier, session.Key));
        Assert.Equal(["Files.Read", "openid"], session.Scopes);
        Assert.Null(await store.TakeAsync("another"));
    }

    [Fact]
    public async Task TakeAsync_OnAMachineWhoseClockIsAnHourAhead_GivesTheSession()
    {
        var (here, ahead) = (new ManualTimeProvider(Now), new ManualTimeProvider(Now.AddHours(1)));
        await Sessions(Open(timeProvider: here)).SaveAsync(Session(Now.AddMinutes(10)));

        var session = await Sessions(Open(timeProvider: ahead)).TakeAsync(Secret);

        Assert.NotNull(session);
        Assert.InRange(session.Expires, ahead.GetUtcNow().AddMinutes(9), ahead.GetUtcNow().AddMinutes(10));
    }

    [Fact]
    public async Task TakeAsync_AfterTheTimeOfTheSession_GivesNothing()
    {
        var clock = new ManualTimeProvider(Now);
        var store = Sessions(Open(new ManualClockDialect(ProviderName, clock), clock));
        await store.SaveAsync(Session(Now.AddMinutes(10)));

        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await store.TakeAsync(Secret));
    }

    [Fact]
    public async Task TryAcquireAsync_OnAMachineWhoseClockIsAnHourAhead_DoesNotEndTheRight()
    {
        var here = new EntityFrameworkUploadSessionStore(Open(timeProvider: new ManualTimeProvider(Now)), OpenStores.Keys);
        var ahead = new EntityFrameworkUploadSessionStore(Open(timeProvider: new ManualTimeProvider(Now.AddHours(1))), OpenStores.Keys);
        Assert.True(await here.TryAcquireAsync("key", "here", TimeSpan.FromMinutes(1)));

        Assert.False(await ahead.TryAcquireAsync("key", "ahead", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task TryAcquireAsync_AfterItsProcessWasKilled_PassesOnAfterTwentySeconds()
    {
        var clock = new ManualTimeProvider(Now);
        var dialect = new ManualClockDialect(ProviderName, clock);
        var killed = new EntityFrameworkUploadSessionStore(Open(dialect, new ManualTimeProvider(Now)), OpenStores.Keys);
        var next = new EntityFrameworkUploadSessionStore(Open(dialect, clock), OpenStores.Keys);
        Assert.True(await killed.TryAcquireAsync("key", "killed", TimeSpan.FromMinutes(10)));
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(await next.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(10)));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await next.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task TryAcquireAsync_WhileItsProcessLives_KeepsTheRightForTheWholeDuration()
    {
        var clock = new ManualTimeProvider(Now);
        var dialect = new ManualClockDialect(ProviderName, clock);
        var living = new EntityFrameworkUploadSessionStore(Open(dialect, clock), OpenStores.Keys);
        var next = new EntityFrameworkUploadSessionStore(Open(dialect, new ManualTimeProvider(Now)), OpenStores.Keys);
        Assert.True(await living.TryAcquireAsync("key", "living", TimeSpan.FromMinutes(1)));

        for (var turn = 1; turn <= 8; turn++)
        {
            await clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(5));
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        await clock.WaitForTimerAsync(due => due == TimeSpan.FromSeconds(5));
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.False(await next.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(1)));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await next.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task TryAcquireAsync_AfterTheRightWasGivenBack_DoesNotProlongIt()
    {
        var clock = new ManualTimeProvider(Now);
        var dialect = new ManualClockDialect(ProviderName, clock);
        var first = new EntityFrameworkUploadSessionStore(Open(dialect, clock), OpenStores.Keys);
        var next = new EntityFrameworkUploadSessionStore(Open(dialect, new ManualTimeProvider(Now)), OpenStores.Keys);
        Assert.True(await first.TryAcquireAsync("key", "first", TimeSpan.FromMinutes(10)));

        Assert.True(await first.TryAcquireAsync("key", "first", TimeSpan.Zero));
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await next.TryAcquireAsync("key", "next", TimeSpan.FromMinutes(10)));
        Assert.Empty(clock.PendingDelays);
    }

    [Fact]
    public async Task LockAsync_WhileAnotherHasIt_Waits()
    {
        var here = new EntityFrameworkTokenStore(Database, OpenStores.Keys);
        var there = new EntityFrameworkTokenStore(Database, OpenStores.Keys);
        var held = await here.LockAsync("key");

        var waiting = there.LockAsync("key");
        await using (await there.LockAsync("another key"))
            Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();

        await using (await waiting)
            Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task LockAsync_AfterItsProcessWasKilled_PassesOnByTheClockOfTheDatabase()
    {
        var clock = new ManualTimeProvider(Now);
        var dialect = new ManualClockDialect(ProviderName, clock);
        _ = await new EntityFrameworkTokenStore(Open(dialect, new ManualTimeProvider(Now)), OpenStores.Keys).LockAsync("key");
        var store = new EntityFrameworkTokenStore(Open(dialect), OpenStores.Keys);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.LockAsync("key", soon.Token));

        clock.Advance(TimeSpan.FromSeconds(20));

        await (await store.LockAsync("key")).DisposeAsync();
    }

    [Fact]
    public async Task FindAsync_GivesBackTheCheckpointThatWasSavedLast()
    {
        var store = new EntityFrameworkDeltaCheckpointStore(Database, OpenStores.Keys);
        Assert.True(await store.TrySaveAsync(Checkpoint(1, "first"), 0));
        Assert.False(await store.TrySaveAsync(Checkpoint(2, "lost"), 0));
        Assert.True(await store.TrySaveAsync(Checkpoint(2, "second"), 1));
        Assert.False(await store.TrySaveAsync(Checkpoint(3, "lost"), 1));

        Assert.Equal("second", (await store.FindAsync("drive"))!.Checkpoint.Value);
        await store.RemoveAsync("drive");
        Assert.Null(await store.FindAsync("drive"));
    }

    [Fact]
    public async Task Stores_OfTwoScopes_HaveNothingToDoWithEachOther()
    {
        var one = new EntityFrameworkUploadSessionStore(Database, OpenStores.Keys, "one");
        var two = new EntityFrameworkUploadSessionStore(Database, OpenStores.Keys, "two");
        Assert.True(await one.TrySaveAsync(Records.Create("key"), 0));
        Assert.True(await one.TryAcquireAsync("key", "one", TimeSpan.FromMinutes(1)));

        Assert.Null(await two.FindAsync("key"));
        Assert.Empty(await two.ListAsync());
        Assert.True(await two.TrySaveAsync(Records.Create("key"), 0));
        Assert.True(await two.TryAcquireAsync("key", "two", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Rows_HoldNothingReadable()
    {
        await SaveEverythingAsync();

        await using var context = new OneDriveDbContext(Options);
        await context.Database.OpenConnectionAsync();
        foreach (var table in Tables)
        {
            var text = await ReadAsync(context.Database.GetDbConnection(), table);
            Assert.NotEmpty(text);
            Assert.DoesNotContain("SECRET", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("CANARY", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("adele", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task FindAsync_WithoutTheKeyThatSealed_RefusesTheSignInAndForgetsTheUpload()
    {
        await SaveEverythingAsync();
        var others = new TokenEncryptionKeys("second", Enumerable.Range(1, 32).Select(number => (byte)(number * 7)).ToArray());

        var failure = await Assert.ThrowsAsync<TokenPersistenceException>(
            () => new EntityFrameworkTokenStore(Database, others).FindAsync("adele"));
        Assert.Contains("'first'", failure.Message, StringComparison.Ordinal);

        var uploads = new EntityFrameworkUploadSessionStore(Database, others);
        Assert.Null(await uploads.FindAsync("adele"));
        Assert.Empty(await uploads.ListAsync());
        Assert.True(await uploads.TrySaveAsync(Records.Create("adele"), 0));
        Assert.NotNull(await uploads.FindAsync("adele"));
    }

    [Fact]
    public async Task FindAsync_WhenTheRowWasPutBack_IsARollback()
    {
        var guard = new EntityFrameworkTokenRollbackGuard(Database);
        var store = new EntityFrameworkTokenStore(Database, OpenStores.Keys, rollbackGuard: guard);
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key"), 0));
        var old = await ReadContentAsync();
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key", 2, "second"), 1));
        Assert.Equal("second", (await store.FindAsync("key"))!.RefreshToken);

        await RunAsync("UPDATE onedrive_sign_ins SET version = 1, content = {0}", old);

        await Assert.ThrowsAsync<TokenStoreRollbackException>(() => store.FindAsync("key"));
        await store.RemoveAsync("key");
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key", 1, "third"), 0));
        Assert.Equal("third", (await store.FindAsync("key"))!.RefreshToken);
    }

    [Fact]
    public async Task FindAsync_WhenTheVersionOfTheRowWasChanged_RefusesIt()
    {
        var store = new EntityFrameworkTokenStore(Database, OpenStores.Keys);
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key"), 0));

        await RunAsync("UPDATE onedrive_sign_ins SET version = 7");

        await Assert.ThrowsAsync<TokenPersistenceException>(() => store.FindAsync("key"));
    }

    [Fact]
    public async Task TrySaveAsync_WhenTheAnswerOfTheDatabaseIsLost_SavesOnce()
    {
        var loss = new LostAnswers();
        var options = new DbContextOptionsBuilder<OneDriveDbContext>(Options).AddInterceptors(loss).Options;
        var store = new EntityFrameworkTokenStore(Open(options: options), OpenStores.Keys);

        loss.Count = 1;
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key"), 0));
        loss.Count = 1;
        Assert.True(await store.TrySaveAsync(TokenEntries.Create("key", 2, "second"), 1));
        loss.Count = 1;
        Assert.False(await store.TrySaveAsync(TokenEntries.Create("key", 2, "lost"), 1));

        Assert.Equal("second", (await store.FindAsync("key"))!.RefreshToken);
    }

    private protected EntityFrameworkDatabase Open(
        EntityFrameworkDialect? dialect = null, TimeProvider? timeProvider = null, DbContextOptions<OneDriveDbContext>? options = null) =>
        EntityFrameworkDatabase.Create(new PooledDbContextFactory<OneDriveDbContext>(options ?? Options), dialect, timeProvider);

    private static EntityFrameworkAuthorizationSessionStore Sessions(EntityFrameworkDatabase database) => new(database, OpenStores.Keys);

    private static DeltaCheckpointEntry Checkpoint(long version, string value) =>
        new() { Key = "drive", Version = version, Checkpoint = new DeltaCheckpoint(value) };

    private static AuthorizationSession Session(DateTimeOffset expires) => new()
    {
        State = Secret,
        Nonce = "nonce",
        CodeVerifier = "verifier",
        Key = "adele",
        RedirectUri = "https://app.example/callback",
        Issuer = "https://login.example/t/v2.0",
        Scopes = ["Files.Read", "openid"],
        Expires = expires,
    };

    private static async Task<string> ReadAsync(DbConnection connection, string table)
    {
        var text = new StringBuilder();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var value = reader.GetValue(column);
                text.Append(value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value).Append(' ');
            }
        }

        return text.ToString();
    }

    private async Task SaveEverythingAsync()
    {
        Assert.True(await new EntityFrameworkTokenStore(Database, OpenStores.Keys).TrySaveAsync(TokenEntries.Create("adele"), 0));
        var uploads = new EntityFrameworkUploadSessionStore(Database, OpenStores.Keys);
        Assert.True(await uploads.TrySaveAsync(Records.Create("adele"), 0));
        Assert.True(await uploads.TryAcquireAsync("adele", "worker", TimeSpan.FromMinutes(1)));
        await Sessions(Database).SaveAsync(Session(TimeProvider.System.GetUtcNow().AddMinutes(10)));
        Assert.True(await new EntityFrameworkDeltaCheckpointStore(Database, OpenStores.Keys).TrySaveAsync(Checkpoint(1, Secret), 0));
    }

    private async Task<byte[]> ReadContentAsync()
    {
        await using var context = new OneDriveDbContext(Options);
        var query = context.Database.SqlQueryRaw<byte[]>("SELECT content AS \"Value\" FROM onedrive_sign_ins");
        return Assert.Single(await query.ToListAsync());
    }

    private async Task RunAsync(string statement, params object[] parameters)
    {
        await using var context = new OneDriveDbContext(Options);
        Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(statement, parameters));
    }

    /// <summary>Statements run, and their answers are lost with the connection.</summary>
    private sealed class LostAnswers : DbCommandInterceptor
    {
        internal int Count { get; set; }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
            new(Lose(result));

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
            new(Lose(result));

        private T Lose<T>(T result)
        {
            if (Count-- != 1)
                return result;
            (result as IDisposable)?.Dispose();
            throw new LostConnectionException();
        }
    }

    private sealed class LostConnectionException : DbException
    {
        public override bool IsTransient => true;
    }
}
