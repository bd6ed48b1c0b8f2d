namespace OneDrive.Sdk;

/// <summary>Which responses are retried.</summary>
public enum RetryMode
{
    /// <summary>The statuses of <see cref="OneDriveRetryOptions.StatusCodes"/>.</summary>
    WhenStatusCodeMatches = 0,

    /// <summary>Nothing is retried by the client.</summary>
    None = 1,

    /// <summary>All failures whose call can be repeated safely; never 400, 401, 403, 404, 409, 412 or 507.</summary>
    Any = 2,
}
