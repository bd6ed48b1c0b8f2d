using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli;

/// <summary>The profiles, in a file that only the user can read.</summary>
internal sealed class ProfileStore
{
    private readonly string _path;
    private readonly List<Profile> _profiles;
    private string? _current;

    private ProfileStore(string path, List<Profile> profiles, string? current) => (_path, _profiles, _current) = (path, profiles, current);

    internal IReadOnlyList<Profile> All => _profiles;

    internal string? Current => _current;

    internal static async Task<ProfileStore> LoadAsync(StateFolder state, CancellationToken cancellationToken)
    {
        if (!File.Exists(state.Profiles))
            return new ProfileStore(state.Profiles, [], null);
        try
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(state.Profiles, cancellationToken))!.AsObject();
            var profiles = json["profiles"]?.AsArray().OfType<JsonObject>().Select(Profile.Read).ToList() ?? [];
            return new ProfileStore(state.Profiles, profiles, (string?)json["current"]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new CliException($"The file '{state.Profiles}' is damaged.", ExitCode.SignIn, "Delete it and sign in again.");
        }
    }

    /// <summary>The profile of this name; without a name the one that was used last.</summary>
    internal Profile? Find(string? name) => _profiles.Find(profile => profile.Name == (name ?? _current));

    internal Task SaveAsync(Profile profile, CancellationToken cancellationToken)
    {
        _profiles.RemoveAll(other => other.Name == profile.Name);
        _profiles.Add(profile);
        _current = profile.Name;
        return WriteAsync(cancellationToken);
    }

    internal Task RemoveAsync(Profile profile, CancellationToken cancellationToken)
    {
        _profiles.Remove(profile);
        if (_current == profile.Name)
            _current = _profiles.Count > 0 ? _profiles[0].Name : null;
        return WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var json = new JsonObject
        {
            ["current"] = _current,
            ["profiles"] = new JsonArray([.. _profiles.Select(profile => profile.ToJson())]),
        };
        var temporary = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new StreamWriter(temporary, options))
            await file.WriteAsync(json.ToJsonString().AsMemory(), cancellationToken);
        File.Move(temporary, _path, overwrite: true);
    }
}
