using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The keys that sign identity tokens. The newest signs; older ones stay published until they are withdrawn.</summary>
internal sealed class SigningKeys(Ledger ledger) : IDisposable
{
    private const int KeySize = 2048;

    private readonly object _gate = new();
    private ImmutableList<(string Id, RSA Key)> _keys = [];

    /// <summary>Signs with a new key from now on.</summary>
    public void Rotate(bool withdrawOld)
    {
        lock (_gate)
        {
            var fresh = (NewId(), RSA.Create(KeySize));
            _keys = withdrawOld ? [fresh] : _keys.Insert(0, fresh);
            ledger.Note(Save(_keys));
        }
    }

    /// <summary>Writes a signed token (RFC 7515, RS256).</summary>
    public string Sign(JsonObject claims)
    {
        var (id, key) = Current()[0];
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = id };
        var content = $"{Base64Url.Encode(JsonText.ToBytes(header))}.{Base64Url.Encode(JsonText.ToBytes(claims))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.Encode(signature)}";
    }

    /// <summary>The public keys (RFC 7517).</summary>
    public JsonObject Publish()
    {
        var list = new JsonArray();
        foreach (var (id, key) in Current())
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            list.Add((JsonNode)new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64Url.Encode(parameters.Modulus),
                ["e"] = Base64Url.Encode(parameters.Exponent),
            });
        }

        return new JsonObject { ["keys"] = list };
    }

    public IEnumerable<StateEntry> SaveAll()
    {
        lock (_gate)
        {
            return _keys.IsEmpty ? [] : [Save(_keys)];
        }
    }

    public void Restore(KeysRecord record) => _keys = [.. record.Keys.Select(key => (key.Id, Import(key.PrivateKey)))];

    public void Dispose()
    {
        foreach (var (_, key) in _keys)
        {
            key.Dispose();
        }
    }

    // The first key is made when it is first needed: most emulators sign nothing.
    private ImmutableList<(string Id, RSA Key)> Current()
    {
        lock (_gate)
        {
            if (_keys.IsEmpty)
            {
                _keys = [(NewId(), RSA.Create(KeySize))];
                ledger.Note(Save(_keys));
            }

            return _keys;
        }
    }

    private static StateEntry Save(ImmutableList<(string Id, RSA Key)> keys)
        => new() { Keys = new KeysRecord([.. keys.Select(key => Save(key.Id, key.Key))]) };

    private static KeyRecord Save(string id, RSA key) => new() { Id = id, PrivateKey = key.ExportPkcs8PrivateKey() };

    private static RSA Import(byte[] privateKey)
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key;
    }

    private static string NewId() => Base64Url.Encode(RandomNumberGenerator.GetBytes(12));
}
