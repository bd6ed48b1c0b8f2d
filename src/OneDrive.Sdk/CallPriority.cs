namespace OneDrive.Sdk;

/// <summary>Which calls go first when there are more than may be sent.</summary>
public enum CallPriority
{
    /// <summary>Somebody waits for the answer. The default of all calls but those that <see cref="Bulk"/> names.</summary>
    Interactive = 0,

    /// <summary>Work in the background. The default of folder transfers, upload sessions and delta queries.</summary>
    Bulk = 1,
}
