namespace OneDrive.Sdk.Emulator.State;

/// <summary>Identifiers in the shapes that the service uses, the same in each run with the same seed.</summary>
internal sealed class IdSource(int seed)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const string Hexadecimal = "0123456789ABCDEF";

    private readonly Random _random = new(seed);

    public Guid NextGuid()
    {
        lock (_random)
        {
            var bytes = new byte[16];
            _random.NextBytes(bytes);
            bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
            return new Guid(bytes);
        }
    }

    public string NextDriveId(EmulatorDriveType type)
        => type == EmulatorDriveType.Personal ? Next(Hexadecimal, 16) : "b!" + Next(Base64Url, 64);

    public string NextItemId(EmulatorDriveType type, string driveId)
        => type == EmulatorDriveType.Personal ? $"{driveId}!s{Next(Hexadecimal, 32).ToLowerInvariant()}" : "01" + Next(Base32, 32);

    private string Next(string alphabet, int length)
    {
        lock (_random)
        {
            return string.Create(length, (_random, alphabet), static (characters, state) =>
            {
                for (var index = 0; index < characters.Length; index++)
                {
                    characters[index] = state.alphabet[state._random.Next(state.alphabet.Length)];
                }
            });
        }
    }
}
