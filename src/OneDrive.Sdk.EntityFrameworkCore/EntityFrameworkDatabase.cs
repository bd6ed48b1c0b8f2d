using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk.EntityFramework;

namespace OneDrive.Sdk;

/// <summary>
/// The database that the stores share. Each access uses a context of its own and statements that stand alone, without a transaction that
/// stays open. A lost connection or a server that restarts is tried again for about three seconds.
/// </summary>
public sealed class EntityFrameworkDatabase
{
    private const int MaximumAttempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly Func<OpenContext> _open;
    private readonly EntityFrameworkDialect? _dialect;

    private EntityFrameworkDatabase(Func<OpenContext> open, EntityFrameworkDialect? dialect, TimeProvider? timeProvider)
    {
        _open = open;
        _dialect = dialect;
        TimeProvider = timeProvider ?? TimeProvider.System;
    }

    internal TimeProvider TimeProvider { get; }

    /// <summary>Uses the contexts of a factory; their model includes <c>modelBuilder.AddOneDrive()</c>.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="contexts">Makes the contexts.</param>
    /// <param name="dialect">The dialect; found by the provider when null.</param>
    /// <param name="timeProvider">The clock for waiting; the system's when null.</param>
    public static EntityFrameworkDatabase Create<TContext>(
        IDbContextFactory<TContext> contexts, EntityFrameworkDialect? dialect = null, TimeProvider? timeProvider = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        return new EntityFrameworkDatabase(
            () =>
            {
                var context = contexts.CreateDbContext();
                return new OpenContext(context, context);
            },
            dialect,
            timeProvider);
    }

    /// <summary>Uses the contexts of a container's scopes.</summary>
    internal static EntityFrameworkDatabase Create<TContext>(
        IServiceScopeFactory scopes, EntityFrameworkDialect? dialect, TimeProvider? timeProvider)
        where TContext : DbContext =>
        new(
            () =>
            {
                var scope = scopes.CreateScope();
                try
                {
                    return new OpenContext(scope.ServiceProvider.GetRequiredService<TContext>(), scope);
                }
                catch
                {
                    scope.Dispose();
                    throw;
                }
            },
            dialect,
            timeProvider);

    /// <summary>Says what is wrong with the context; null when the stores can use it. Does not connect.</summary>
    internal string? FindFault()
    {
        using var open = _open();
        try
        {
            _ = new StoreContext(open.Context, _dialect, default);
            return null;
        }
        catch (InvalidOperationException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>
    /// Does work that may be repeated: its statements change nothing when they have run before, or notice that they did.
    /// </summary>
    internal async Task<T> RunAsync<T>(Func<StoreContext, Task<T>> work, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var open = _open();
                await using (open.ConfigureAwait(false))
                {
                    return await work(new StoreContext(open.Context, _dialect, cancellationToken)).ConfigureAwait(false);
                }
            }
            catch (Exception failure) when (
                attempt < MaximumAttempts && IsTransient(failure) && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(pause, TimeProvider, cancellationToken).ConfigureAwait(false);
                pause *= 2;
            }
        }
    }

    // 08: connection, 40: rolled back in favour of another, 57P0x: the server is going down or coming up.
    private static bool IsTransient(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException { IsTransient: true }
                or DbException { SqlState: ['0', '8', ..] or ['4', '0', ..] or ['5', '7', 'P', ..] })
                return true;
        }

        return false;
    }

    private sealed class OpenContext(DbContext context, IDisposable owner) : IDisposable, IAsyncDisposable
    {
        internal DbContext Context => context;

        public void Dispose() => owner.Dispose();

        public ValueTask DisposeAsync()
        {
            if (owner is IAsyncDisposable asynchronous)
                return asynchronous.DisposeAsync();
            owner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
