using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>How the stores of a registration use the database.</summary>
public sealed class EntityFrameworkStoreOptions
{
    /// <summary>The dialect of a database that is neither PostgreSQL nor SQLite.</summary>
    /// <value>Default: <see langword="null"/>, found by the provider of the context.</value>
    public EntityFrameworkDialect? Dialect { get; set; }

    /// <summary>Notices when the database, or a row of it, is put back to an older state.</summary>
    /// <value>Default: <see langword="null"/>, that is not noticed.</value>
    public ITokenRollbackGuard? RollbackGuard { get; set; }

    /// <summary>The clock for waiting; leases and sessions end by the database's clock.</summary>
    /// <value>Default: <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
