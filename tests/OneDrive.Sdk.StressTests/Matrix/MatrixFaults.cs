using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>What the emulator is told for a cell of the matrix.</summary>
internal static class MatrixFaults
{
    /// <summary>The fragments of the uploads: 0 is the first, this is the last.</summary>
    internal const int LastFragment = 4;

    private const int MiddleFragment = 2;

    /// <summary>The faults that make the cell: the one of its row, and whatever must happen before so that it can strike there.</summary>
    /// <param name="name">The row.</param>
    /// <param name="place">The column.</param>
    /// <param name="length">How long the file is.</param>
    internal static IReadOnlyList<Fault> Of(string name, Place place, long length)
    {
        var position = PositionOf(place, length);
        return place switch
        {
            Place.Creation => [Strike(name, 0).On(EmulatorOperation.CreateUploadSession)],
            Place.First => [Strike(name, 0).On(EmulatorOperation.UploadFragment)],
            Place.Middle => [Strike(name, 0).On(EmulatorOperation.UploadFragment).After(MiddleFragment)],
            Place.Last => [Strike(name, 0).On(EmulatorOperation.UploadFragment).After(LastFragment)],
            Place.Status =>
            [
                Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment).After(MiddleFragment),
                Strike(name, 0).On(EmulatorOperation.UploadStatus),
            ],
            Place.Commit => [Strike(name, 0).On(EmulatorOperation.UploadCommit)],
            Place.Single => [Strike(name, 0).On(EmulatorOperation.PutContent)],
            Place.Redirect => [Strike(name, 0).On(EmulatorOperation.GetContent)],
            Place.Start => [Strike(name, 0).On(EmulatorOperation.Download)],
            _ when StrikesWithinTheAnswer(name) => [Strike(name, position).On(EmulatorOperation.Download)],

            // Only a new request can get another status, so the answer breaks off before.
            _ =>
            [
                Fault.DropConnectionAfterResponseBytes(position).On(EmulatorOperation.Download),
                Strike(name, 0).On(EmulatorOperation.Download).After(1),
            ],
        };
    }

    /// <summary>How many bytes of a download are here when the fault strikes.</summary>
    internal static long PositionOf(Place place, long length) => place switch { Place.Half => length / 2, Place.End => length - 1, _ => 0 };

    private static bool StrikesWithinTheAnswer(string name) =>
        name is "reset in the answer" or "stall in the answer" or "truncated answer";

    private static Fault Strike(string name, long position) => name switch
    {
        "reset" => Fault.DropConnection(),
        "stall" => Fault.Stall(),
        "429" => Fault.Throttle(TimeSpan.FromSeconds(1)),
        "503" => Fault.Status(503),
        "lost acknowledgement" => Fault.LoseAcknowledgement(),
        "truncated answer" => Fault.TruncateBody(Math.Max(position, 10)),
        "malformed answer" => Fault.MalformedJson(),
        "reset in the request" => Fault.DropConnectionAfterRequestBytes(50),
        "reset in the answer" => Fault.DropConnectionAfterResponseBytes(Math.Max(position, 10)),
        "stall in the request" => Fault.StallAfterRequestBytes(50),
        "stall in the answer" => Fault.StallAfterResponseBytes(Math.Max(position, 10)),
        "429 until a date" => Fault.Throttle(TimeSpan.FromSeconds(2), RetryAfterForm.HttpDate),
        "429 three times" => Fault.Throttle(TimeSpan.FromSeconds(1.5), RetryAfterForm.DecimalSeconds).Times(3),
        "500 four times" => Fault.Status(500).Times(4),
        "502 of a proxy" => Fault.Status(502, body: "<html>Bad gateway</html>"),
        "503 with Retry-After" => Fault.Status(503, retryAfter: TimeSpan.FromSeconds(1.5), form: RetryAfterForm.DecimalSeconds),
        "reset without end" => Fault.DropConnection().Always(),
        "429 without end" => Fault.Throttle(TimeSpan.FromSeconds(1)).Always(),
        "500 without end" => Fault.Status(500).Always(),
        "423 without end" => Fault.Status(423).Always(),
        "expired session" => Fault.ExpireSession(),
        "revoked session" => Fault.RevokeSession(),
        _ => Fault.Status(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
