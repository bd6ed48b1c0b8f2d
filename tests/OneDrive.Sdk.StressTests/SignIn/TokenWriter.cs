using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.StressTests.SignIn;

/// <summary>Saves one state of a sign-in after the other, and says so each time, until somebody kills it.</summary>
internal static class TokenWriter
{
    internal const string Key = "adele";

    internal static string TokenOf(long version) => $"refresh-token-{version}-{new string('x', 2000)}";

    internal static async Task RunAsync(string directory, CancellationToken cancellationToken)
    {
        var store = new EncryptedFileTokenStore(directory);
        var version = (await store.FindAsync(Key, cancellationToken))?.Version ?? 0;
        while (true)
        {
            var entry = new TokenStoreEntry
            {
                Key = Key,
                Version = version + 1,
                RefreshToken = TokenOf(version + 1),
                Saved = TimeProvider.System.GetUtcNow(),
            };
            if (!await store.TrySaveAsync(entry, version, cancellationToken))
                throw new InvalidOperationException($"Version {version} is not in the store any more.");
            version++;
            await Console.Out.WriteLineAsync(version.ToString(provider: null));
            await Console.Out.FlushAsync(cancellationToken);
        }
    }
}
