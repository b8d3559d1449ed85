/// What every file of the project says about where it comes from.
public enum Plumbline {
  /// The version.
  public static let version = "0.1"
  /// Name and version, as in the `Software` text of a PNG.
  public static let software = "Plumbline \(version)"
  /// The name of the JSON schema of every object that the command prints.
  public static let schema = "plumbline/2"
}
