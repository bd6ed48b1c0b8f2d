namespace OneDrive.Sdk.Emulator;

/// <summary>
/// Something that goes wrong, and when. A value: each method answers a changed copy. Without any condition it strikes the next
/// request, once.
/// </summary>
/// <example>
/// <c>emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)).On(EmulatorOperation.UploadFragment).After(3).Times(2));</c>
/// </example>
public sealed record Fault
{
    internal Fault(FaultKind kind) => Kind = kind;

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; }

    /// <summary>When in the exchange it goes wrong.</summary>
    /// <value><see cref="FaultPlace.Answer"/>.</value>
    public FaultPlace Place { get; internal init; }

    /// <summary>The status of a <see cref="FaultKind.Status"/> or <see cref="FaultKind.Throttle"/>.</summary>
    public int StatusCode { get; internal init; }

    /// <summary>The error code in the body; null lets the status choose.</summary>
    public string? Code { get; internal init; }

    /// <summary>The AADSTS number of a <see cref="FaultKind.RefuseSignIn"/>.</summary>
    public int Number { get; internal init; }

    /// <summary>The suberror of a <see cref="FaultKind.RefuseSignIn"/>; null for none.</summary>
    public string? SubError { get; internal init; }

    /// <summary>The claims that a <see cref="FaultKind.RefuseSignIn"/> demands, as JSON; null for none.</summary>
    public string? Claims { get; internal init; }

    /// <summary>The whole body, instead of a Graph error; null for a Graph error.</summary>
    public string? Body { get; internal init; }

    /// <summary>How long the client is asked to wait; null for no Retry-After header.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>How long a <see cref="FaultKind.Delay"/> waits.</summary>
    public TimeSpan Wait { get; internal init; }

    /// <summary>How Retry-After is written.</summary>
    /// <value><see cref="RetryAfterForm.Seconds"/>.</value>
    public RetryAfterForm RetryAfterForm { get; internal init; }

    /// <summary>After how many bytes of the body the fault strikes, or which byte it flips.</summary>
    public long Bytes { get; internal init; }

    /// <summary>How a <see cref="FaultKind.CorruptBody"/> spoils the body.</summary>
    public FaultCorruption Corruption { get; internal init; }

    /// <summary>Whether <see cref="FaultKind.ExpireSession"/> revokes the access (403) instead of ending the session (404).</summary>
    public bool Revokes { get; internal init; }

    /// <summary>What an <see cref="FaultKind.ExpireDeltaToken"/> tells the client to do with its own state.</summary>
    public DeltaResync Resync { get; internal init; }

    /// <summary>The operations that are struck; empty for all.</summary>
    public IReadOnlyList<EmulatorOperation> Operations { get; internal init; } = [];

    /// <summary>
    /// A part of the path of the request, or of the path of the file behind an upload or download URL; null for any. Case does not matter.
    /// </summary>
    public string? PathContains { get; internal init; }

    /// <summary>The id of the drive to which the fault is confined, see <see cref="For"/>; null for all.</summary>
    public string? DriveId { get; internal init; }

    /// <summary>How many matching requests pass first.</summary>
    /// <value>0.</value>
    public int Skip { get; internal init; }

    /// <summary>How many requests are struck; null for one, or without end when there is a probability.</summary>
    public int? Count { get; internal init; }

    /// <summary>The probability with which a matching request is struck, from 0 to 1; drawn from the seed of the emulator.</summary>
    /// <value>1.</value>
    public double Probability { get; internal init; } = 1;

    internal int Limit => Count ?? (Probability < 1 ? int.MaxValue : 1);

    /// <summary>Answers 429.</summary>
    /// <param name="retryAfter">How long to request; null for no Retry-After header.</param>
    /// <param name="form">How to write it.</param>
    /// <returns>The fault.</returns>
    public static Fault Throttle(TimeSpan? retryAfter = null, RetryAfterForm form = RetryAfterForm.Seconds)
        => new(FaultKind.Throttle) { StatusCode = 429, RetryAfter = retryAfter, RetryAfterForm = form };

    /// <summary>Answers any status.</summary>
    /// <param name="statusCode">The status, from 200 to 599.</param>
    /// <param name="code">The error code in the body; null lets the status choose.</param>
    /// <param name="retryAfter">How long to request; null for no Retry-After header.</param>
    /// <param name="form">How to write it.</param>
    /// <param name="body">The whole body, instead of a Graph error.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is not from 200 to 599.</exception>
    public static Fault Status(
        int statusCode,
        string? code = null,
        TimeSpan? retryAfter = null,
        RetryAfterForm form = RetryAfterForm.Seconds,
        string? body = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new(FaultKind.Status) { StatusCode = statusCode, Code = code, RetryAfter = retryAfter, RetryAfterForm = form, Body = body };
    }

    /// <summary>Looks at the request only after a time, on the clock of the emulator.</summary>
    /// <param name="time">How long.</param>
    /// <returns>The fault.</returns>
    public static Fault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return new(FaultKind.Delay) { Wait = time };
    }

    /// <summary>Rejects a sign-in: at the token endpoint in the body, at the sign-in page in the redirect.</summary>
    /// <param name="number">The AADSTS number.</param>
    /// <param name="error">The OAuth error, such as <c>invalid_grant</c>.</param>
    /// <param name="subError">The finer error, such as <c>consent_required</c>; null for none.</param>
    /// <param name="claims">The claims that the service demands, as JSON; null for none.</param>
    /// <returns>The fault; it strikes only sign-ins.</returns>
    public static Fault RefuseSignIn(int number, string error, string? subError = null, string? claims = null)
        => new Fault(FaultKind.RefuseSignIn) { Number = number, Code = error, SubError = subError, Claims = claims }
            .On(EmulatorOperation.Authorize, EmulatorOperation.Token);

    /// <summary>Reads the request, does nothing, and closes the connection.</summary>
    /// <returns>The fault.</returns>
    public static Fault DropConnection() => new(FaultKind.DropConnection);

    /// <summary>Closes the connection while the body of the request arrives.</summary>
    /// <param name="bytes">How many bytes are read first.</param>
    /// <returns>The fault.</returns>
    public static Fault DropConnectionAfterRequestBytes(long bytes) => At(FaultKind.DropConnection, FaultPlace.RequestBody, bytes);

    /// <summary>Does the work, and closes the connection while the body of the answer is sent.</summary>
    /// <param name="bytes">How many bytes are sent first.</param>
    /// <returns>The fault.</returns>
    public static Fault DropConnectionAfterResponseBytes(long bytes) => At(FaultKind.DropConnection, FaultPlace.ResponseBody, bytes);

    /// <summary>Reads the request, does nothing, and never answers.</summary>
    /// <returns>The fault.</returns>
    public static Fault Stall() => new(FaultKind.Stall);

    /// <summary>Stops reading the body of the request, and never answers.</summary>
    /// <param name="bytes">How many bytes are read first.</param>
    /// <returns>The fault.</returns>
    public static Fault StallAfterRequestBytes(long bytes) => At(FaultKind.Stall, FaultPlace.RequestBody, bytes);

    /// <summary>Does the work, and falls silent in the middle of the response.</summary>
    /// <param name="bytes">How many bytes are sent first.</param>
    /// <returns>The fault.</returns>
    public static Fault StallAfterResponseBytes(long bytes) => At(FaultKind.Stall, FaultPlace.ResponseBody, bytes);

    /// <summary>Does the work, then closes the connection without a response.</summary>
    /// <returns>The fault.</returns>
    public static Fault LoseAcknowledgement() => new(FaultKind.LoseAcknowledgement);

    /// <summary>Takes the upload session away: the request and all later ones get 404.</summary>
    /// <returns>The fault.</returns>
    public static Fault ExpireSession() => new(FaultKind.ExpireSession);

    /// <summary>Takes the access to the upload session away: the request and all later ones get 403.</summary>
    /// <returns>The fault.</returns>
    public static Fault RevokeSession() => new(FaultKind.ExpireSession) { Revokes = true };

    /// <summary>Forgets the delta token of the request: 410, with a link to start over in Location.</summary>
    /// <param name="resync">What the client is told to do with its own state.</param>
    /// <returns>The fault; it strikes requests for changes only.</returns>
    public static Fault ExpireDeltaToken(DeltaResync resync = DeltaResync.ApplyDifferences)
        => new(FaultKind.ExpireDeltaToken) { Resync = resync, Operations = [EmulatorOperation.ReadChanges] };

    /// <summary>Inverts one byte of the response.</summary>
    /// <param name="atByte">Which byte, from zero; the last one when the body is shorter.</param>
    /// <returns>The fault.</returns>
    public static Fault CorruptBody(long atByte = 0) => At(FaultKind.CorruptBody, FaultPlace.ResponseBody, atByte);

    /// <summary>Ends the response early, with a Content-Length that agrees.</summary>
    /// <param name="bytes">How many bytes are left.</param>
    /// <returns>The fault.</returns>
    public static Fault TruncateBody(long bytes)
        => At(FaultKind.CorruptBody, FaultPlace.ResponseBody, bytes) with { Corruption = FaultCorruption.Truncate };

    /// <summary>Does the work, and responds with text that is not quite JSON.</summary>
    /// <returns>The fault.</returns>
    public static Fault MalformedJson()
        => At(FaultKind.CorruptBody, FaultPlace.ResponseBody, 0) with { Corruption = FaultCorruption.MalformedJson };

    /// <summary>Inverts one byte of an upload on its way in, so that the stored file and its hash differ from what was sent.</summary>
    /// <param name="atByte">Which byte of the body of the request, from zero.</param>
    /// <returns>The fault.</returns>
    public static Fault CorruptStoredBytes(long atByte = 0) => At(FaultKind.CorruptBody, FaultPlace.RequestBody, atByte);

    /// <summary>Strikes these operations only.</summary>
    /// <param name="operations">The operations.</param>
    /// <returns>A changed copy.</returns>
    public Fault On(params EmulatorOperation[] operations) => this with { Operations = [.. operations] };

    /// <summary>Strikes only requests whose path, or whose file's path, holds this text.</summary>
    /// <param name="text">A part of the path.</param>
    /// <returns>A changed copy.</returns>
    public Fault OnPath(string text) => this with { PathContains = text };

    /// <summary>
    /// Strikes only requests that concern a drive: that address it, or that carry a token of its user. Tests that share an emulator do not
    /// disturb each other so.
    /// </summary>
    /// <param name="drive">The drive.</param>
    /// <returns>A changed copy.</returns>
    public Fault For(EmulatorDrive drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return this with { DriveId = drive.Id };
    }

    /// <summary>Lets some matching requests pass first.</summary>
    /// <param name="requests">How many.</param>
    /// <returns>A changed copy.</returns>
    public Fault After(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        return this with { Skip = requests };
    }

    /// <summary>Strikes this many requests.</summary>
    /// <param name="requests">How many.</param>
    /// <returns>A changed copy.</returns>
    public Fault Times(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requests);
        return this with { Count = requests };
    }

    /// <summary>Strikes until the fault is removed.</summary>
    /// <returns>A changed copy.</returns>
    public Fault Always() => this with { Count = int.MaxValue };

    /// <summary>Strikes each matching request with a probability.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <returns>A changed copy.</returns>
    public Fault WithProbability(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        return this with { Probability = probability };
    }

    private static Fault At(FaultKind kind, FaultPlace place, long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(kind) { Place = place, Bytes = bytes };
    }
}
