namespace OneDrive.Sdk.Fleet.Work;

/// <summary>The worker ended each time it began with this file.</summary>
internal sealed class PoisonedFileException(int attempts) : Exception(
    $"The worker process ended {attempts} times while it transferred this file. Check the file, then use 'fleet retry'.");
